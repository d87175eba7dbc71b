package io.github.boofdice.cnn;

/**
 * What the weights of a kernel meet as its window goes over planes, and the way back.
 *
 * @param width how many places there are beside each other
 */
record Patches(Window window, Shape input, int width) {
    /**
     * Copies what one weight meets in one row of places; zeros in the padding.
     *
     * @param in the planes
     * @param place of the weight in the window, row by row
     * @param y the row of places
     * @param row where to put it, from {@code at} on
     */
    void row(float[] in, int channel, int place, int y, float[] row, int at) {
        int from = from(place);
        int to = to(place, y);
        if (from >= to) {
            fill(row, at, at + width);
            return;
        }
        int start = start(channel, place, y);
        int stride = window.strideX();
        fill(row, at, at + from);
        if (stride == 1) {
            System.arraycopy(in, start + from, row, at + from, to - from);
        } else {
            for (int x = from; x < to; x++) {
                row[at + x] = in[start + x * stride];
            }
        }
        fill(row, at + to, at + width);
    }

    /** Adds each value of a row to what the weight met there; what it met in the padding is dropped. */
    void addBack(float[] row, int channel, int place, int y, float[] in) {
        int to = to(place, y);
        int start = start(channel, place, y);
        for (int x = from(place); x < to; x++) {
            in[start + x * window.strideX()] += row[x];
        }
    }

    private int start(int channel, int place, int y) {
        return (channel * input.height() + inputRow(place, y)) * input.width() + shift(place);
    }

    private int inputRow(int place, int y) {
        return y * window.strideY() + place / window.width() - window.top();
    }

    private int shift(int place) {
        return place % window.width() - window.left();
    }

    /** The first place in a row that lies inside the plane. */
    private int from(int place) {
        int shift = shift(place);
        return shift < 0 ? Math.min(width, (-shift + window.strideX() - 1) / window.strideX()) : 0;
    }

    /** Behind the last place that does; 0 if the whole row lies outside. */
    private int to(int place, int y) {
        int row = inputRow(place, y);
        int last = input.width() - 1 - shift(place);
        boolean outside = row < 0 || row >= input.height() || last < 0;
        return outside ? 0 : Math.min(width, last / window.strideX() + 1);
    }

    private static void fill(float[] row, int from, int to) {
        for (int i = from; i < to; i++) {
            row[i] = 0;
        }
    }
}
