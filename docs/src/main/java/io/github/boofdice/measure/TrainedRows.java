package io.github.boofdice.measure;

import io.github.boofdice.CnnInspector;
import io.github.boofdice.Inspector;
import io.github.boofdice.cnn.Network;
import io.github.boofdice.cnn.Workspace;
import io.github.boofdice.evaluate.Evaluation;
import io.github.boofdice.evaluate.PictureChange;
import java.io.IOException;
import java.util.List;

/** The network that comes with the library: trained on the first four fifths of {@code original}'s good pictures, calibrated with the rest, at a stated 0.1 %. */
final class TrainedRows {
    static final List<Row> ROWS = List.of(
            new Row(
                    "cnn-autumn",
                    false,
                    "`autumn` by the network, learned from `original`",
                    study -> network(study, PictureChange.NONE, 0.995, 0.95)),
            new Row(
                    "cnn-autumn-turned",
                    true,
                    "`autumn` by the network, learned from `original`",
                    study -> network(study, Study.TURNED, 0.99, 0.9)),
            new Row(
                    "combined-autumn",
                    false,
                    "`autumn` by difference and network together",
                    study -> combined(study, PictureChange.NONE)),
            new Row(
                    "combined-autumn-turned",
                    true,
                    "`autumn` by difference and network together",
                    study -> combined(study, Study.TURNED)),
            new Row(
                    "cnn-time",
                    true,
                    "one inspection by the network, six faces, one core, warmed up",
                    study -> TimeRows.inspection(study, study.withNetwork(), Study.TURNED, 2)),
            new Row(
                    "cnn-forward",
                    false,
                    "forward pass of the small network, one core, warmed up",
                    TrainedRows::forward));

    private static final int PASSES = 3000;
    private static final int TIMED = 1000;
    private static final double MILLI = 1e-3;

    private TrainedRows() {}

    private static Evaluation evaluation(Study study, Inspector inspector, PictureChange change) {
        return Study.evaluation(study.autumn().judge(inspector, change, study.progress()));
    }

    private static Outcome network(Study study, PictureChange change, double auroc, double recall) throws IOException {
        CnnInspector inspector = study.withNetwork();
        return EvaluationFigures.of(evaluation(study, inspector, change))
                .change(EvaluationFigures.AUROC, f -> f.atLeast(auroc))
                .change(EvaluationFigures.RECALL, f -> f.atLeast(recall))
                .note("threshold: " + inspector.source());
    }

    /** Not worse than the better of the two. */
    private static Outcome combined(Study study, PictureChange change) throws IOException {
        Evaluation difference = evaluation(study, study.model(), change);
        Evaluation network = evaluation(study, study.withNetwork(), change);
        double auroc = Math.max(difference.figures().auroc(), network.figures().auroc());
        double recall =
                Math.max(difference.figures().recall(), network.figures().recall());
        double f1 = Math.max(difference.figures().f1(), network.figures().f1());
        double rejected = Math.min(
                difference.figures().falseRejectRate(), network.figures().falseRejectRate());
        return EvaluationFigures.of(evaluation(study, study.withNetwork().combined(), change))
                .change(EvaluationFigures.AUROC, f -> f.atLeast(auroc))
                .change(EvaluationFigures.RECALL, f -> f.atLeast(recall))
                .change(EvaluationFigures.GOOD_REJECTED, f -> f.atMost(rejected))
                .change(EvaluationFigures.F1, f -> f.atLeast(f1));
    }

    private static Outcome forward(Study study) throws IOException {
        Network network = study.withNetwork().network();
        Workspace workspace = network.workspace();
        float[] values = new float[network.input().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) StrictMath.sin(i);
        }
        for (int i = 0; i < PASSES; i++) {
            network.forward(values, workspace);
        }
        double[] wall = new double[TIMED];
        for (int i = 0; i < TIMED; i++) {
            wall[i] = Stopwatch.time(() -> network.forward(values, workspace)).wall() / MILLI;
        }
        return Outcome.empty()
                .with(
                        "median",
                        Figure.of("median", Unit.MILLISECONDS, Percentiles.of(wall, 0.5))
                                .atMost(1))
                .detail("parameters", Figure.count("parameters", network.parameters()))
                .detail("bytes", Figure.count("bytes of its file", network.bytes().length));
    }
}
