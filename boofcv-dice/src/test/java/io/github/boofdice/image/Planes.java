package io.github.boofdice.image;

import boofcv.struct.image.GrayF32;
import java.util.SplittableRandom;

/** Planes to try laws on. */
public final class Planes {
    private Planes() {}

    /** Levels 0..255 drawn by lot, each pixel on its own. */
    public static GrayF32 noise(int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        GrayF32 plane = new GrayF32(width, height);
        for (int i = 0; i < plane.data.length; i++) {
            plane.data[i] = (float) (255 * random.nextDouble());
        }
        return plane;
    }

    /** One level everywhere. */
    public static GrayF32 flat(int width, int height, float level) {
        GrayF32 plane = new GrayF32(width, height);
        java.util.Arrays.fill(plane.data, level);
        return plane;
    }

    /** {@code level + acrossEach * x + downEach * y}. */
    public static GrayF32 ramp(int width, int height, float level, float acrossEach, float downEach) {
        GrayF32 plane = new GrayF32(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                plane.data[y * width + x] = level + acrossEach * x + downEach * y;
            }
        }
        return plane;
    }

    /** Broad waves: every feature is wider than {@code finest} pixels. */
    public static GrayF32 waves(int width, int height, double finest, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        GrayF32 plane = flat(width, height, 128);
        for (int wave = 0; wave < 6; wave++) {
            double angle = 2 * Math.PI * random.nextDouble();
            double length = finest * (2 + 3 * random.nextDouble());
            double phase = 2 * Math.PI * random.nextDouble();
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double along = (Math.cos(angle) * x + Math.sin(angle) * y) / length;
                    plane.data[y * width + x] += (float) (18 * Math.sin(2 * Math.PI * along + phase));
                }
            }
        }
        return plane;
    }

    /** The same pixels as a window of a larger plane whose rest is full of a level that must never be seen. */
    public static GrayF32 asSubimage(GrayF32 plane) {
        GrayF32 larger = flat(plane.width + 7, plane.height + 5, -1e6f);
        GrayF32 window = larger.subimage(4, 3, 4 + plane.width, 3 + plane.height, null);
        window.setTo(plane);
        return window;
    }

    /** The pixel whose place is brought into the plane. */
    public static float edge(GrayF32 plane, int x, int y) {
        return plane.get(Math.min(plane.width - 1, Math.max(0, x)), Math.min(plane.height - 1, Math.max(0, y)));
    }
}
