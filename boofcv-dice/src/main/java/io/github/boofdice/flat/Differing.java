package io.github.boofdice.flat;

import java.util.Arrays;

/** The pixels of a picture that lie beyond what the template allows, row by row, and by how much: positive where lighter. One thread at a time. */
final class Differing {
    int size;
    int[] at = new int[4096];
    float[] excess = new float[4096];
    /** For each pixel of the picture 0, or one more than its place in this list. */
    final int[] place;

    Differing(int pixels) {
        place = new int[pixels];
    }

    /** Notes a pixel; of one that is noted already the greater excess stays. */
    void add(int pixel, float by) {
        if (place[pixel] != 0) {
            int i = place[pixel] - 1;
            excess[i] = Math.abs(by) > Math.abs(excess[i]) ? by : excess[i];
            return;
        }
        if (size == at.length) {
            at = Arrays.copyOf(at, 2 * size);
            excess = Arrays.copyOf(excess, 2 * size);
        }
        at[size] = pixel;
        excess[size++] = by;
        place[pixel] = size;
    }

    /** Forgets all; as quick as they were few. */
    void clear() {
        for (int i = 0; i < size; i++) {
            place[at[i]] = 0;
        }
        size = 0;
    }

    /** Excess at a pixel, 0 where it does not differ. */
    float excess(int pixel) {
        int i = place[pixel];
        return i == 0 ? 0 : excess[i - 1];
    }
}
