package io.github.boofdice.learn;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.score.Evidence;
import io.github.boofdice.score.EvidenceLimits;
import java.util.ArrayList;
import java.util.List;

/** Sums the evidence that held-out good pictures of one face show at each pixel, fold by fold. */
final class EvidenceCollector {
    /** As many pictures as what is usual counts for. */
    private static final double USUAL_WEIGHT = 20;

    private final Frame frame;
    private final PixelDisc disc;
    private final int[] counts = new int[Folds.COUNT];
    private final double[][][] sums;
    private final double[][][] squares;

    EvidenceCollector(Frame frame) {
        this.frame = frame;
        disc = new PixelDisc(frame.width(), frame.height(), frame.faceRadius());
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
            steady(deviation, pictures(fold));
            usual.add(mean);
            stray.add(deviation);
        }
        return new EvidenceLimits(usual, stray);
    }

    private int pictures(int withoutFold) {
        int n = 0;
        for (int k = 0; k < Folds.COUNT; k++) {
            n += k == withoutFold ? 0 : counts[k];
        }
        return n;
    }

    /** Few pictures do not know where it is quiet: their strays lean on what is usual all over the face. */
    private void steady(GrayF32 stray, int pictures) {
        double squares = 0;
        for (int i = 0; i < disc.size(); i++) {
            double s = stray.data[disc.index(i)];
            squares += s * s / disc.size();
        }
        for (int i = 0; i < disc.size(); i++) {
            int at = disc.index(i);
            double s = stray.data[at];
            stray.data[at] = (float) Math.sqrt((pictures * s * s + USUAL_WEIGHT * squares) / (pictures + USUAL_WEIGHT));
        }
    }
}
