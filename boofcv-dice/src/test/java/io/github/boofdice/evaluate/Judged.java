package io.github.boofdice.evaluate;

import io.github.boofdice.Pose;
import io.github.boofdice.Verdict;
import io.github.boofdice.align.AlignmentStatus;
import java.util.ArrayList;
import java.util.List;

/** Makes judged pictures for tests; what lies above 0.5 is called anomalous. */
final class Judged {
    private Judged() {}

    static JudgedPicture picture(String file, boolean anomalous, int run, double score) {
        return new JudgedPicture(
                file,
                anomalous ? Verdict.ANOMALOUS : Verdict.NORMAL,
                run,
                score > 0.5 ? Verdict.ANOMALOUS : Verdict.NORMAL,
                score,
                0.1,
                "00",
                1,
                new Pose(0, 0, 0),
                AlignmentStatus.CONVERGED);
    }

    /** Each picture is a run of its own. */
    static List<JudgedPicture> pictures(double[] scores, boolean[] anomalous) {
        List<JudgedPicture> pictures = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            pictures.add(picture("%04d.png".formatted(i), anomalous[i], i, scores[i]));
        }
        return pictures;
    }
}
