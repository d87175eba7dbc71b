package io.github.boofdice.cli;

import io.github.boofdice.DiceInspector;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code recalibrate}: a model in, the same with another threshold out. */
@Command(
        name = "recalibrate",
        description = "Moves a model's threshold: to good pictures of now, to another false-reject rate, or both.",
        footer = {
            "What the model learned of the dice stays as it is. From the good pictures below DIR, in subfolders or not,"
                    + " it takes where good dice score now, under another lamp, say; how far they spread it knows from"
                    + " learning. Three that can be aligned are the least, 20 of different dice and all faces are better. One that"
                    + " scores far above the others is named and left out. A file that cannot be read is named too; the"
                    + " model is then written all the same, and the exit code is 2.",
            "",
            "Examples:",
            "  boofcv-dice recalibrate --model dice.model --output today.model good-today/",
            "  boofcv-dice recalibrate --model dice.model --output strict.model --false-reject-rate 0.01"
        })
final class RecalibrateCommand extends Subcommand {
    @Mixin
    private final RewrittenModel files = new RewrittenModel();

    @Option(
            names = "--false-reject-rate",
            paramLabel = "R",
            description = "Share of good dice that the threshold may reject, from 1/(n+1) to below 1, n being the"
                    + " number of scores that the model keeps. Without it: the model's own.")
    private @Nullable Double rate;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "Good pictures of now.")
    private @Nullable Path dir;

    RecalibrateCommand(Screen screen) {
        super(screen);
    }

    @Override
    public Integer call() throws Exception {
        if (dir == null && rate == null) {
            throw wrong("name a DIR of good pictures, a --false-reject-rate or both");
        }
        if (rate != null) {
            RateOptions.check(rate, spec);
        }
        DiceInspector before = files.load();
        DiceInspector inspector = dir == null ? before : before.recalibrate(dir, screen.progress());
        if (rate != null) {
            try {
                inspector = inspector.withFalseRejectRate(rate);
            } catch (IllegalArgumentException e) {
                throw wrong(String.valueOf(e.getMessage()));
            }
        }
        files.save(before, inspector, screen);
        return unreadable(inspector) > unreadable(before) ? Main.ERROR : Main.OK;
    }

    private static long unreadable(DiceInspector inspector) {
        return inspector.info().excluded().stream()
                .filter(picture -> !picture.readable())
                .count();
    }
}
