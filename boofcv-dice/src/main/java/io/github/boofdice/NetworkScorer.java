package io.github.boofdice;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.cnn.Network;
import io.github.boofdice.cnn.Shape;
import io.github.boofdice.cnn.Workspace;
import io.github.boofdice.image.Bilinear;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.learn.Learned;
import io.github.boofdice.score.DeviationInput;
import java.util.List;

/** What a network says of each cell of an aligned face: the logarithm of the odds of a defect. Immutable; safe for many threads. */
final class NetworkScorer {
    /** What enters: deviations over a square of the face. */
    static final Shape INPUT = Shape.of(DeviationInput.CHANNELS, DeviationInput.SIDE, DeviationInput.SIDE);

    private static final int CLASSES = 2;
    /** Odds say nothing beyond this, either way. */
    static final float MOST = 20;

    private final Network network;
    private final Frame frame;
    private final int cells;
    private final List<DeviationInput> inputs;
    /** Of each face the cells that are looked at. */
    private final List<boolean[]> scored;

    private final ThreadLocal<Memory> memory;

    /** @throws IllegalArgumentException if the network does not take deviations, or does not tell two classes a cell */
    NetworkScorer(Network network, Learned learned, List<PixelDisc> discs) {
        cells = cellsASide(network);
        this.network = network;
        frame = learned.frame();
        inputs = learned.faces().stream()
                .map(f -> new DeviationInput(f.template(), f.limits(), frame))
                .toList();
        scored = discs.stream().map(this::cellsIn).toList();
        memory = ThreadLocal.withInitial(Memory::new);
    }

    private final class Memory {
        final Workspace workspace = network.workspace();
        final DeviationInput.Planes planes = new DeviationInput.Planes(frame);
        final float[] values = new float[INPUT.size()];
    }

    /** @throws IllegalArgumentException likewise */
    static int cellsASide(Network network) {
        Shape out = network.output();
        if (!network.input().equals(INPUT)
                || out.isVector()
                || out.channels() != CLASSES
                || out.height() != out.width()
                || out.height() > DeviationInput.SIDE) {
            throw new IllegalArgumentException("the network must make " + CLASSES + " planes of square cells of "
                    + INPUT + " but makes " + out + " of " + network.input());
        }
        return out.height();
    }

    /** Those of which at least half lies on the disc. */
    private boolean[] cellsIn(PixelDisc disc) {
        boolean[] inside = disc.mask();
        int[] pixels = new int[cells * cells];
        for (int y = 0; y < DeviationInput.SIDE; y++) {
            for (int x = 0; x < DeviationInput.SIDE; x++) {
                int px = (int) Math.round(frame.middleX() + (x - (DeviationInput.SIDE - 1) / 2.0) * frame.unit());
                int py = (int) Math.round(frame.middleY() + (y - (DeviationInput.SIDE - 1) / 2.0) * frame.unit());
                if (px >= 0
                        && py >= 0
                        && px < frame.width()
                        && py < frame.height()
                        && inside[py * frame.width() + px]) {
                    pixels[y * cells / DeviationInput.SIDE * cells + x * cells / DeviationInput.SIDE]++;
                }
            }
        }
        int whole = DeviationInput.SIDE * DeviationInput.SIDE / (cells * cells);
        boolean[] in = new boolean[pixels.length];
        for (int i = 0; i < in.length; i++) {
            in[i] = 2 * pixels[i] >= whole;
        }
        return in;
    }

    /** Log odds of a defect, cell by cell, row by row; negative infinity where nothing is looked at. */
    float[] logOdds(Look seen) {
        Memory own = memory.get();
        inputs.get(seen.face()).into(seen.prepared(), seen.pose(), seen.place().gain(), own.planes, own.values);
        float[] logits = network.forward(own.values, own.workspace);
        boolean[] look = scored.get(seen.face());
        float[] odds = new float[look.length];
        for (int i = 0; i < odds.length; i++) {
            float log = logits[odds.length + i] - logits[i];
            // What overflows in the network is no number, and must not pass as good.
            float bounded = Float.isNaN(log) ? MOST : Math.max(-MOST, Math.min(MOST, log));
            odds[i] = look[i] ? bounded : Float.NEGATIVE_INFINITY;
        }
        return odds;
    }

    /** The cell where a defect is likeliest. */
    static double most(float[] logOdds) {
        double most = -MOST;
        for (float log : logOdds) {
            most = Math.max(most, log);
        }
        return most;
    }

    /** Cells as a plane of the frame, in the template's pose: (log odds - zero) / (one - zero), no less than 0; 0 where nothing is looked at. */
    GrayF32 plane(float[] logOdds, double zero, double one, PixelDisc disc) {
        GrayF32 small = new GrayF32(cells, cells);
        for (int i = 0; i < logOdds.length; i++) {
            small.data[i] = (float) Math.max(0, (logOdds[i] - zero) / (one - zero));
        }
        GrayF32 out = new GrayF32(frame.width(), frame.height());
        double cell = DeviationInput.SIDE / (double) cells * frame.unit();
        float middle = (cells - 1) / 2f;
        for (int i = 0; i < disc.size(); i++) {
            out.data[disc.index(i)] =
                    Bilinear.sample(small, (float) (middle + disc.dx(i) / cell), (float) (middle + disc.dy(i) / cell));
        }
        return out;
    }

    Network network() {
        return network;
    }
}
