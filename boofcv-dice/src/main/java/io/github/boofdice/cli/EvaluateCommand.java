package io.github.boofdice.cli;

import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspector;
import io.github.boofdice.evaluate.CrossFit;
import io.github.boofdice.evaluate.Evaluation;
import io.github.boofdice.evaluate.Evaluator;
import io.github.boofdice.evaluate.PictureObserver;
import io.github.boofdice.report.EvaluationReport;
import io.github.boofdice.report.PictureCsv;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evaluate}: a labelled folder in, figures out. */
@Command(
        name = "evaluate",
        description = "Measures a model, or what would be learned, on pictures whose truth is known.",
        footer = {
            "The positive class is the anomalous one: a true positive is a bad die that was found. The figures:"
                    + " precision, recall and F1 at the model's threshold; AUROC and average precision of the scores"
                    + " at every threshold. Each comes with a 95 %% interval from a bootstrap over runs of"
                    + " near-identical frames. A figure that is undefined is null in JSON. A file that cannot be read"
                    + " counts in no figure; it is listed, and the exit code is 2.",
            "",
            "--cross-fit K cuts the sorted files of each folder into K contiguous blocks; each picture is judged by"
                    + " a model that was learned from the good pictures outside its block.",
            "",
            RegionOptions.HELP + " They need --model.",
            "",
            "Area and contrast of --min-area and --min-contrast are those of the regions that inspect --json tells. What does"
                    + " not count changes verdicts, not scores.",
            "",
            "--report writes one HTML file that stands alone: figures with intervals, ROC curve, histogram of the"
                    + " scores, what was learned, and galleries of the missed, the wrongly rejected and the closest,"
                    + " each with its heat map and regions.",
            "",
            "--csv writes " + PictureCsv.HEADER + "; x and y in pixels from the picture's middle, theta in radians.",
            "",
            "Examples:",
            "  boofcv-dice evaluate --model dice.model labelled/ --csv pictures.csv",
            "  boofcv-dice evaluate --model dice.model labelled/ --report report.html",
            "  boofcv-dice evaluate --cross-fit 10 labelled/ --json"
        })
final class EvaluateCommand extends Subcommand {
    @ArgGroup(exclusive = true, multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Source source;

    @Parameters(paramLabel = "DIR", description = "Good dice below DIR/normal, bad ones below DIR/anomalous.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path dir;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write one line a picture.")
    private @Nullable Path csv;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write one HTML file: figures, charts, and the pictures that are worth a look.")
    private @Nullable Path report;

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    @Mixin
    private final TurnOption turned = new TurnOption();

    @Mixin
    private final MethodOption method = new MethodOption();

    @Mixin
    private final RegionOptions regions = new RegionOptions();

    @Mixin
    private final RelevanceOptions relevance = new RelevanceOptions();

    @Mixin
    private final RateOptions rate = new RateOptions();

    EvaluateCommand(Screen screen) {
        super(screen);
    }

    @Override
    public Integer call() throws Exception {
        if (source.model != null && rate.given()) {
            throw wrong("--false-reject-rate and --extrapolate need --cross-fit: a model's threshold is already set");
        }
        if (source.model == null && regions.given()) {
            throw wrong("--roi and --ignore need --model: they are drawn over what that model learned");
        }
        if (csv != null) {
            OutputFile.check(csv);
        }
        if (report != null) {
            OutputFile.check(report);
        }
        EvaluationReport seen = report == null ? null : new EvaluationReport(lastPart(dir), judge());
        Evaluation evaluation = evaluate(seen);
        if (seen != null && report != null) {
            seen.write(evaluation, report);
        }
        if (csv != null) {
            PictureCsv.write(evaluation, csv);
        }
        if (json) {
            screen.json(Json.of(evaluation));
        } else {
            Words.evaluation(evaluation, screen);
        }
        evaluation.warnings().forEach(screen::warning);
        evaluation.unreadable().forEach(file -> screen.error(file.file() + ": " + file.reason()));
        return evaluation.unreadable().isEmpty() ? Main.OK : Main.ERROR;
    }

    private Evaluation evaluate(@Nullable EvaluationReport seen) throws IOException {
        PictureObserver observer = seen == null ? PictureObserver.NONE : seen;
        if (source.model != null) {
            Judge judge = method.load(source.model, whole -> relevance.applyTo(regions.applyTo(whole)));
            return Evaluator.evaluate(noted(judge, seen), dir, turned.change(), observer, screen.progress());
        }
        if (source.folds < 2) {
            throw wrong("--cross-fit must be at least 2 folds but is " + source.folds);
        }
        return CrossFit.evaluate(
                dir,
                source.folds,
                (pictures, progress) -> noted(
                        method.learn(
                                rate.applyTo(DiceInspector.builder()).progress(progress), pictures, relevance::applyTo),
                        seen),
                turned.change(),
                observer,
                screen.progress());
    }

    private static Inspector noted(Judge judge, @Nullable EvaluationReport seen) {
        if (seen != null) {
            seen.model(judge.difference(), judge.info());
        }
        return judge.inspector();
    }

    /** What judges and on what, in words. */
    private String judge() {
        return (source.model == null
                        ? source.folds + " models, each learned from the good pictures outside the fold that it judges"
                        : "the model " + source.model.getFileName())
                + method.words()
                + regions.words()
                + relevance.words()
                + turned.words();
    }

    /** What judges: a model, or what is learned on the way. */
    private static final class Source {
        @Option(names = "--model", required = true, paramLabel = "FILE", description = "The model that learn wrote.")
        private @Nullable Path model;

        @Option(
                names = "--cross-fit",
                required = true,
                paramLabel = "K",
                description = "Learn K times from DIR/normal itself, at least 2, and judge what was held out.")
        private int folds;
    }
}
