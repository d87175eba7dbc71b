package io.github.boofdice.cli;

import io.github.boofdice.CnnInspector;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.DiceInspectorBuilder;
import io.github.boofdice.ProgressListener;
import io.github.boofdice.evaluate.ClassicMethod;
import io.github.boofdice.evaluate.DisagreementObserver;
import io.github.boofdice.evaluate.InspectorMethod;
import io.github.boofdice.evaluate.LabelledFolder;
import io.github.boofdice.evaluate.LearnedMethod;
import io.github.boofdice.evaluate.MethodComparison;
import io.github.boofdice.report.ComparisonReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compare}: good pictures and a labelled folder in, this library's figures beside the classic method's out. */
@Command(
        name = "compare",
        description = "Sets this library beside the classic difference method, on the same pictures.",
        footer = {
            "Methods learn from the good pictures alone and judge the labelled ones:",
            "  difference  this library, as learn and evaluate use it; cnn and combined likewise, with --method",
            "  classic     the difference method that this library grew out of: one 8-bit running average a",
            "              subfolder, counts of pixels that differ, and its published thresholds",
            "The classic method neither turns, shifts nor resizes a picture. It needs upright dice, two or more"
                    + " subfolders and pictures of one size in --learn, or the command refuses. It learns from every good picture"
                    + " that can be read, while difference names those that look wrong and leaves them out. Its thresholds were chosen on"
                    + " pictures of 128 x 128 pixels. It ranks pictures by the smallest over the largest count.",
            "",
            "All figures are over the same pictures: a file that cannot be read, or whose size the classic method cannot"
                    + " judge, counts in no figure of either; it is listed, and the exit code is 2. Figures and intervals are"
                    + " those of evaluate.",
            "",
            "Times are by the clock, in one thread. Learning includes reading the pictures; difference learns first, and"
                    + " so pays for the start of Java. A picture's time is from decoded picture to verdict; the first "
                    + MethodComparison.WARM_UP + " pictures are judged twice, and only the second time counts.",
            "",
            "The p-value is McNemar's exact test, two-sided, over runs of near-identical frames: how easily chance alone would"
                    + " put one method right where the other is wrong so often. A run counts once, for the method that is"
                    + " right more often in it.",
            "",
            "--report writes one HTML file that stands alone: the figures, both ROC curves, what difference learned, and"
                    + " galleries of the pictures on which the methods disagree, each with its heat map and what each"
                    + " method says.",
            "",
            "With --json one object:",
            "  methods        for each: name, normal, anomalous, truePositives, falsePositives, trueNegatives,",
            "                 falseNegatives, precision, recall, f1, auroc, averagePrecision, falseRejectRate,",
            "                 intervals, learningSeconds, and millisecondsPerPicture with median and mean",
            "  pairs          for each two methods: first, second, disagreements; firstRight and secondRight:",
            "                 pictures that only that one is right on; firstRuns and secondRuns: runs that",
            "                 speak for it; pValue",
            "  disagreements  for each picture: file, truth, and for each method by name its verdict and score",
            "  errors         what could not be judged: file, error",
            "  warnings       what makes the figures doubtful",
            "",
            "Examples:",
            "  boofcv-dice compare --learn good/ --test labelled/",
            "  boofcv-dice compare --learn good/ --test labelled/ --report compared.html"
        })
final class CompareCommand extends Subcommand {
    @Option(
            names = "--learn",
            required = true,
            paramLabel = "DIR",
            description =
                    "Good pictures, one subfolder a pose or face; or a folder whose normal/ holds these subfolders.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path good;

    @Option(
            names = "--test",
            required = true,
            paramLabel = "DIR",
            description = "Good dice below DIR/normal, bad ones below DIR/anomalous.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path test;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write one HTML file: figures, ROC curves, and the pictures on which the methods disagree.")
    private @Nullable Path report;

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            split = ",",
            description = "This library's: " + JudgingMethod.WORDS + ", or several with commas; difference without it.",
            converter = JudgingMethod.Converter.class)
    private Set<JudgingMethod> ours = EnumSet.of(JudgingMethod.DIFFERENCE);

    @Mixin
    private final TurnOption turned = new TurnOption();

    @Mixin
    private final RateOptions rate = new RateOptions();

    CompareCommand(Screen screen) {
        super(screen);
    }

    @Override
    public Integer call() throws Exception {
        if (report != null) {
            OutputFile.check(report);
        }
        LabelledFolder.of(test); // a wrong folder is refused before minutes are spent on learning
        ProgressListener progress = screen.progress();
        long start = System.nanoTime();
        DiceInspectorBuilder builder = rate.applyTo(DiceInspector.builder()).progress(progress);
        List<LearnedMethod> methods = new ArrayList<>();
        DiceInspector inspector;
        if (ours.stream().anyMatch(JudgingMethod::needsNetwork)) {
            CnnInspector learned = builder.withNetwork().learn(good);
            inspector = learned.difference();
            for (JudgingMethod method : ours) {
                methods.add(LearnedMethod.since(start, new InspectorMethod(method.word(), method.of(learned))));
            }
        } else {
            inspector = builder.learn(good);
            methods.add(LearnedMethod.since(start, new InspectorMethod(JudgingMethod.DIFFERENCE.word(), inspector)));
        }
        start = System.nanoTime();
        methods.add(LearnedMethod.since(start, ClassicMethod.learn(good, progress)));
        ComparisonReport seen = report == null
                ? null
                : new ComparisonReport(
                        lastPart(test),
                        "classic is the method that this library grew out of, the other its own; all learned from the good pictures of "
                                + lastPart(good) + turned.words(),
                        inspector,
                        methods.stream().map(LearnedMethod::method).toList());
        MethodComparison comparison = MethodComparison.of(
                methods, test, turned.change(), seen == null ? DisagreementObserver.NONE : seen, progress);
        if (seen != null && report != null) {
            seen.write(comparison, report);
        }
        if (json) {
            screen.json(ComparisonJson.of(comparison));
        } else {
            ComparisonWords.say(comparison, screen);
        }
        comparison.warnings().forEach(screen::warning);
        inspector
                .info()
                .excluded()
                .forEach(file -> screen.warning("difference did not learn from " + file.file() + ": " + file.reason()));
        comparison.unreadable().forEach(file -> screen.error(file.file() + ": " + file.reason()));
        return comparison.unreadable().isEmpty() ? Main.OK : Main.ERROR;
    }
}
