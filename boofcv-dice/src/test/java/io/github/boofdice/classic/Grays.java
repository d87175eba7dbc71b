package io.github.boofdice.classic;

import boofcv.struct.image.GrayU8;
import java.util.Arrays;
import java.util.Random;

/** Small 8-bit pictures for the tests of this package. */
final class Grays {
    private Grays() {}

    static GrayU8 flat(int gray, int width, int height) {
        GrayU8 picture = new GrayU8(width, height);
        Arrays.fill(picture.data, (byte) gray);
        return picture;
    }

    static GrayU8 random(long seed, int width, int height) {
        GrayU8 picture = new GrayU8(width, height);
        new Random(seed).nextBytes(picture.data);
        return picture;
    }

    /** The same pixels inside a larger picture, so that start index and stride matter. */
    static GrayU8 asSubImage(GrayU8 picture) {
        GrayU8 frame = random(99, picture.width + 7, picture.height + 5);
        GrayU8 part = frame.subimage(4, 3, 4 + picture.width, 3 + picture.height);
        part.setTo(picture);
        return part;
    }

    static int[] pixels(GrayU8 picture) {
        int[] pixels = new int[picture.width * picture.height];
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                pixels[y * picture.width + x] = picture.get(x, y);
            }
        }
        return pixels;
    }
}
