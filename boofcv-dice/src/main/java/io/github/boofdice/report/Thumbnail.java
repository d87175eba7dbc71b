package io.github.boofdice.report;

import boofcv.alg.filter.misc.AverageDownSampleOps;
import boofcv.struct.image.GrayF32;
import io.github.boofdice.io.PictureWriter;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Base64;

/** Planes as small pictures that stand in the page itself. */
final class Thumbnail {
    /** The longest side, in pixels: larger planes are averaged down. */
    static final int SIDE = 256;

    /** Likewise where a page shows few. */
    static final int LARGE_SIDE = 1024;

    /** Heat below this is left clear, that above the next is drawn fully. */
    static final double COLD = 0.7;

    static final double HOT = 3;

    private static final int LEVELS = 32;
    private static final IndexColorModel HEAT = heat();
    private static final IndexColorModel SPREAD = spread();

    private Thumbnail() {}

    /** Grey levels 0..255. */
    static String grey(GrayF32 plane) {
        return grey(plane, SIDE);
    }

    static String grey(GrayF32 plane, int side) {
        return uri(PictureWriter.png(small(plane, side)));
    }

    /** A heat map to be laid over the picture: clear where nothing differs, then red, then yellow. */
    static String heat(GrayF32 map) {
        return heat(map, SIDE);
    }

    static String heat(GrayF32 map, int side) {
        return indexed(small(map, side), HEAT, COLD, HOT);
    }

    /** Spreads from 0 (black) to {@code most} grey levels (pale yellow). */
    static String spread(GrayF32 spreads, double most) {
        return indexed(small(spreads, SIDE), SPREAD, 0, most);
    }

    private static GrayF32 small(GrayF32 plane, int side) {
        double scale = side / (double) Math.max(plane.width, plane.height);
        if (scale >= 1) {
            return plane;
        }
        GrayF32 out = new GrayF32(Math.max(1, (int) Math.round(plane.width * scale)), Math.max(1, (int)
                Math.round(plane.height * scale)));
        AverageDownSampleOps.down(plane, out);
        return out;
    }

    private static String indexed(GrayF32 plane, IndexColorModel colours, double low, double high) {
        BufferedImage image = new BufferedImage(plane.width, plane.height, BufferedImage.TYPE_BYTE_INDEXED, colours);
        for (int y = 0; y < plane.height; y++) {
            for (int x = 0; x < plane.width; x++) {
                double share = (plane.get(x, y) - low) / (high - low);
                int level = (int) Math.round(Math.min(1, Math.max(0, share)) * (LEVELS - 1));
                image.getRaster().setSample(x, y, 0, level);
            }
        }
        return uri(PictureWriter.png(image));
    }

    private static String uri(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    private static IndexColorModel heat() {
        byte[] red = new byte[LEVELS];
        byte[] green = new byte[LEVELS];
        byte[] alpha = new byte[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            double share = i / (LEVELS - 1.0);
            red[i] = (byte) 255;
            green[i] = (byte) Math.round(225 * share * share);
            alpha[i] = (byte) Math.round(255 * Math.min(1, 1.1 * share));
        }
        return new IndexColorModel(8, LEVELS, red, green, new byte[LEVELS], alpha);
    }

    /** Black, violet, red, orange, pale yellow: ever lighter, so that it can be read without seeing colours. */
    private static IndexColorModel spread() {
        int[][] stops = {{8, 6, 20}, {92, 18, 110}, {190, 56, 84}, {249, 142, 9}, {252, 250, 180}};
        byte[][] bands = new byte[3][LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            double at = i * (stops.length - 1) / (LEVELS - 1.0);
            int below = Math.min(stops.length - 2, (int) at);
            for (int band = 0; band < 3; band++) {
                bands[band][i] = (byte)
                        Math.round(stops[below][band] + (at - below) * (stops[below + 1][band] - stops[below][band]));
            }
        }
        return new IndexColorModel(8, LEVELS, bands[0], bands[1], bands[2]);
    }
}
