package io.github.boofdice.measure;

import io.github.boofdice.GoodPicture;
import io.github.boofdice.LearningException;
import io.github.boofdice.Verdict;
import io.github.boofdice.evaluate.ClassicMethod;
import io.github.boofdice.evaluate.Confusion;
import io.github.boofdice.evaluate.Judgement;
import io.github.boofdice.evaluate.Ranking;
import java.util.List;

/**
 * The seed project's difference method, measured beside ours. Its templates are averaged here, one a folder of {@code original}; {@code
 * SeedReferenceTest} proves that they equal the seed's own to the last bit.
 */
final class SeedMethod {
    private final ClassicMethod method;

    private SeedMethod(ClassicMethod method) {
        this.method = method;
    }

    /** What the method is worth on one capture. */
    record Figures(double auroc, Confusion counts) {
        /** Sets the method's figures beside ours. */
        Outcome beside(Outcome ours) {
            return ours.change(EvaluationFigures.AUROC, f -> f.besideSeed(auroc))
                    .change(EvaluationFigures.RECALL, f -> f.besideSeed(counts.recall()))
                    .change(EvaluationFigures.GOOD_REJECTED, f -> f.besideSeed(counts.falseRejectRate()))
                    .change(EvaluationFigures.F1, f -> f.besideSeed(counts.f1()));
        }
    }

    static SeedMethod averagedFrom(Capture original) throws LearningException {
        return new SeedMethod(ClassicMethod.learn(original.good().stream()
                .map(shot -> new GoodPicture(shot.file(), shot.source().folder(), shot.picture()))
                .toList()));
    }

    Figures judge(Capture capture) {
        List<Capture.Shot> shots = capture.shots();
        double[] scores = new double[shots.size()];
        boolean[] anomalous = new boolean[shots.size()];
        long[] count = new long[4];
        for (int i = 0; i < scores.length; i++) {
            Judgement found = method.judge(shots.get(i).picture());
            boolean called = found.verdict() == Verdict.ANOMALOUS;
            anomalous[i] = !shots.get(i).good();
            scores[i] = found.score();
            count[anomalous[i] ? (called ? 0 : 3) : (called ? 1 : 2)]++;
        }
        return new Figures(
                Ranking.of(scores, anomalous).auroc(), new Confusion(count[0], count[1], count[2], count[3]));
    }
}
