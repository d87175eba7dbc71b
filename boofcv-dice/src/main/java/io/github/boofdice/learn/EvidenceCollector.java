package io.github.boofdice.learn;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.score.Evidence;
import io.github.boofdice.score.EvidenceLimits;
import java.util.ArrayList;
import java.util.List;

/** Sums the evidence that held-out good pictures of one face show at each pixel, fold by fold. */
final class EvidenceCollector {
    private final Frame frame;
    private final int[] counts = new int[Folds.COUNT];
    private final double[][][] sums;
    private final double[][][] squares;

    EvidenceCollector(Frame frame) {
        this.frame = frame;
        int size = frame.width() * frame.height();
        sums = new double[Folds.COUNT][Evidence.FILTERS][size];
        squares = new double[Folds.COUNT][Evidence.FILTERS][size];
    }

    /** Adds one picture's maps, not modified. */
    void add(int fold, GrayF32[] maps) {
        counts[fold]++;
        for (int f = 0; f < maps.length; f++) {
            for (int p = 0; p < maps[f].data.length; p++) {
                double v = maps[f].data[p];
                sums[fold][f][p] += v;
                squares[fold][f][p] += v * v;
            }
        }
    }

    /** Limits from all folds but one; -1 leaves none out. */
    EvidenceLimits without(int fold) {
        List<GrayF32> usual = new ArrayList<>();
        List<GrayF32> stray = new ArrayList<>();
        for (int f = 0; f < Evidence.FILTERS; f++) {
            GrayF32 mean = new GrayF32(frame.width(), frame.height());
            GrayF32 deviation = new GrayF32(frame.width(), frame.height());
            for (int p = 0; p < mean.data.length; p++) {
                double n = 0;
                double sum = 0;
                double square = 0;
                for (int k = 0; k < Folds.COUNT; k++) {
                    if (k != fold) {
                        n += counts[k];
                        sum += sums[k][f][p];
                        square += squares[k][f][p];
                    }
                }
                double m = n == 0 ? 0 : sum / n;
                mean.data[p] = (float) m;
                deviation.data[p] = n == 0 ? 0 : (float) Math.sqrt(Math.max(0, square / n - m * m));
            }
            usual.add(mean);
            stray.add(deviation);
        }
        return new EvidenceLimits(usual, stray);
    }
}
