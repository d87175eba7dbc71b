package io.github.boofdice.flat;

/**
 * Which pixel of the template each pixel of the picture shows, and in which light: the same whole shift for blocks of {@value #BLOCK} x {@value #BAND} pixels, over
 * which the field changes by a small part of a pixel. One thread at a time.
 */
final class Lookup {
    static final int BLOCK = 16;
    static final int BAND = 8;

    final int blocks;
    final int bands;
    /** Column of the template less column of the picture. */
    final int[] shiftX;

    final int[] shiftY;
    final float[] light;

    Lookup(int width, int height) {
        blocks = (width + BLOCK - 1) / BLOCK;
        bands = (height + BAND - 1) / BAND;
        shiftX = new int[blocks * bands];
        shiftY = new int[blocks * bands];
        light = new float[blocks * bands];
    }

    /** The field tells where the template's places lie in the picture; this is the way back. */
    void fill(ShiftField field, float[] lightOfKnots) {
        for (int band = 0; band < bands; band++) {
            float y = band * BAND + (BAND - 1) / 2f;
            for (int block = 0; block < blocks; block++) {
                float x = block * BLOCK + (BLOCK - 1) / 2f;
                float u = x - field.at(field.dx, x, y);
                float v = y - field.at(field.dy, x, y);
                int i = band * blocks + block;
                shiftX[i] = -Math.round(field.at(field.dx, u, v));
                shiftY[i] = -Math.round(field.at(field.dy, u, v));
                light[i] = field.at(lightOfKnots, u, v);
            }
        }
    }

    int block(int x, int y) {
        return y / BAND * blocks + x / BLOCK;
    }
}
