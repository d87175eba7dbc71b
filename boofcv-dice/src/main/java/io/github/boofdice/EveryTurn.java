package io.github.boofdice;

import io.github.boofdice.template.Template;
import java.util.BitSet;

/** Finds all places of a face that cannot be told from some of its places, because the face looks the same after a turn. */
final class EveryTurn {
    private final int width;
    private final int height;

    /**
     * @param width of the frame in pixels
     * @param height likewise
     */
    EveryTurn(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** These pixels, {@code y * width + x}, and where they come to lie in each pose that looks alike; of a face that looks the same at every angle, rings. */
    BitSet of(BitSet inside, Template template) {
        BitSet all = new BitSet(width * height);
        if (template.symmetry() == Template.FREE) {
            BitSet rings = new BitSet();
            inside.stream().forEach(at -> rings.set(ring(at)));
            for (int at = 0; at < width * height; at++) {
                all.set(at, rings.get(ring(at)));
            }
            return all;
        }
        all.or(inside);
        for (int k = 1; k < template.symmetry(); k++) {
            addTurned(inside, k * template.period(), all);
        }
        return all;
    }

    /** Asks of every pixel where it came from, so that no pixel between is left out. */
    private void addTurned(BitSet inside, double angle, BitSet all) {
        double c = StrictMath.cos(angle);
        double s = StrictMath.sin(angle);
        for (int at = 0; at < width * height; at++) {
            double u = u(at);
            double v = v(at);
            long x = Math.round(c * u - s * v + (width - 1) / 2.0);
            long y = Math.round(s * u + c * v + (height - 1) / 2.0);
            if (x >= 0 && y >= 0 && x < width && y < height && inside.get((int) (y * width + x))) {
                all.set(at);
            }
        }
    }

    /** Distance from the frame's middle, in whole pixels. */
    private int ring(int at) {
        return (int) Math.round(Math.sqrt(u(at) * u(at) + v(at) * v(at)));
    }

    private double u(int at) {
        return at % width - (width - 1) / 2.0;
    }

    private double v(int at) {
        int row = at / width;
        return row - (height - 1) / 2.0;
    }
}
