package io.github.boofdice.report;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DefectRegion;
import io.github.boofdice.Inspection;
import io.github.boofdice.Pose;
import io.github.boofdice.Verdict;
import io.github.boofdice.align.AlignmentStatus;
import io.github.boofdice.evaluate.Evaluation;
import io.github.boofdice.evaluate.JudgedPicture;
import io.github.boofdice.evaluate.LabelledPicture;
import io.github.boofdice.evaluate.UnreadablePicture;
import io.github.boofdice.score.Polarity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An evaluation made up for tests: a score above 2 is called anomalous. */
final class Seen {
    static final int SIDE = 32;

    private final List<JudgedPicture> judged = new ArrayList<>();
    final EvaluationReport report = new EvaluationReport("capture", "a made-up model");

    Seen picture(String file, boolean bad, double score) {
        return picture(file, bad, inspection("00", score, AlignmentStatus.CONVERGED));
    }

    Seen picture(String file, boolean bad, Inspection found) {
        Verdict truth = bad ? Verdict.ANOMALOUS : Verdict.NORMAL;
        report.judged(new LabelledPicture(Path.of("nowhere"), file, "folder", truth), plane(), found);
        judged.add(JudgedPicture.of(file, truth, judged.size(), found));
        return this;
    }

    Evaluation evaluation(UnreadablePicture... unreadable) {
        return Evaluation.of(judged, List.of(unreadable), List.of());
    }

    Page page(UnreadablePicture... unreadable) {
        return new Page(new String(report.page(evaluation(unreadable)), StandardCharsets.UTF_8));
    }

    static GrayF32 plane() {
        return new GrayF32(SIDE, SIDE);
    }

    static Inspection inspection(String face, double score, AlignmentStatus status) {
        boolean anomalous = score > 2 || !status.converged();
        return new Inspection(
                anomalous ? Verdict.ANOMALOUS : Verdict.NORMAL,
                score,
                anomalous ? 1e-7 : 0.5,
                face,
                1,
                new Pose(0, 0, 0),
                status,
                0,
                1,
                plane(),
                anomalous ? List.of(new DefectRegion(3, 4, 5, 6, 20, 5, 6.5, Polarity.DARK, 40, 8, 1)) : List.of(),
                List.of());
    }
}
