package io.github.boofdice.measure;

import boofcv.struct.image.GrayU8;
import io.github.boofdice.classic.DifferenceMethod;
import io.github.boofdice.classic.DifferenceResult;
import io.github.boofdice.classic.RunningAverage;
import io.github.boofdice.evaluate.Confusion;
import io.github.boofdice.evaluate.Ranking;
import io.github.boofdice.io.GrayJpeg;
import io.github.boofdice.io.GrayPictures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The seed project's difference method, measured beside ours. Its templates are averaged here, one a folder of {@code original}; {@code
 * SeedReferenceTest} proves that they equal the seed's own to the last bit.
 */
final class SeedMethod {
    private static final int JPEG_QUALITY = 95;

    private final DifferenceMethod method;

    private SeedMethod(DifferenceMethod method) {
        this.method = method;
    }

    /** What the method is worth on one capture; its score is {@code result}. */
    record Figures(double auroc, Confusion counts) {
        /** Sets the method's figures beside ours. */
        Outcome beside(Outcome ours) {
            return ours.change(EvaluationFigures.AUROC, f -> f.besideSeed(auroc))
                    .change(EvaluationFigures.RECALL, f -> f.besideSeed(counts.recall()))
                    .change(EvaluationFigures.GOOD_REJECTED, f -> f.besideSeed(counts.falseRejectRate()))
                    .change(EvaluationFigures.F1, f -> f.besideSeed(counts.f1()));
        }
    }

    static SeedMethod averagedFrom(Capture original) {
        Map<String, RunningAverage> averages = new TreeMap<>();
        for (Capture.Shot shot : original.good()) {
            averages.computeIfAbsent(shot.source().folder(), folder -> new RunningAverage())
                    .add(GrayPictures.toGrayU8(shot.picture()));
        }
        List<GrayU8> templates = new ArrayList<>();
        averages.values().forEach(average -> templates.add(GrayJpeg.roundTrip(average.average(), JPEG_QUALITY)));
        return new SeedMethod(new DifferenceMethod(templates));
    }

    Figures judge(Capture capture) {
        List<Capture.Shot> shots = capture.shots();
        double[] scores = new double[shots.size()];
        boolean[] anomalous = new boolean[shots.size()];
        long[] count = new long[4];
        for (int i = 0; i < scores.length; i++) {
            DifferenceResult found =
                    method.inspect(GrayPictures.toGrayU8(shots.get(i).picture()));
            anomalous[i] = !shots.get(i).good();
            // 0/0 is called anomalous, so it ranks above everything else.
            scores[i] = Double.isNaN(found.result()) ? 1 : found.result();
            count[anomalous[i] ? (found.anomalous() ? 0 : 3) : (found.anomalous() ? 1 : 2)]++;
        }
        return new Figures(
                Ranking.of(scores, anomalous).auroc(), new Confusion(count[0], count[1], count[2], count[3]));
    }
}
