package io.github.boofdice.cli;

import io.github.boofdice.CnnInspector;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.DiceInspectorBuilder;
import io.github.boofdice.GoodPicture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option of the commands that judge pictures by a model. */
final class MethodOption {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "What judges: " + JudgingMethod.WORDS
                    + ". Without it: combined where the model has a network, difference where it has none.",
            converter = JudgingMethod.Converter.class)
    private @Nullable JudgingMethod method;

    /** Says where to look and what counts. */
    @FunctionalInterface
    interface Narrowing {
        DiceInspector apply(DiceInspector whole) throws IOException;
    }

    /** Loads a model. */
    Judge load(Path model, Narrowing narrowing) throws IOException {
        Models.requireFile(model);
        if (CnnInspector.isModel(model)) {
            CnnInspector whole = CnnInspector.load(model);
            CnnInspector narrowed = whole.over(narrowing.apply(whole.difference()));
            return Judge.of(narrowed, method == null ? JudgingMethod.COMBINED : method);
        }
        DiceInspector difference = DiceInspector.load(model);
        if (orDifference().needsNetwork()) {
            throw new ParameterException(
                    command.commandLine(),
                    "--method " + orDifference().word() + " needs a model with a network, but " + model
                            + " has none: learn it with --method cnn or combined");
        }
        return Judge.of(narrowing.apply(difference));
    }

    /** Learns what was asked for, or the difference method. */
    Judge learn(DiceInspectorBuilder builder, List<GoodPicture> pictures, Narrowing narrowing) throws IOException {
        if (!orDifference().needsNetwork()) {
            return Judge.of(narrowing.apply(builder.learn(pictures)));
        }
        CnnInspector whole = builder.withNetwork().learn(pictures);
        return Judge.of(whole.over(narrowing.apply(whole.difference())), orDifference());
    }

    /** Which method was asked for, to go on with a sentence. */
    String words() {
        return method == null ? "" : ", by the method " + method.word();
    }

    /** What was asked for, or the method that needs no network. */
    JudgingMethod orDifference() {
        return method == null ? JudgingMethod.DIFFERENCE : method;
    }
}
