package io.github.boofdice.cli;

import io.github.boofdice.DiceInspectorBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that learns. */
final class RateOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    private @Nullable Double falseRejectRate;

    @Option(
            names = "--extrapolate",
            description = "Allow a rate below 1/(n+1): the threshold then lies beyond every score seen.")
    private boolean extrapolate;

    @Option(
            names = "--false-reject-rate",
            paramLabel = "R",
            description = "Share of good dice that the threshold may reject, between 0 and 1. Without it:"
                    + " max(0.001, 1/(n+1)), n being the number of held-out good pictures.")
    void setFalseRejectRate(double rate) {
        check(rate, command);
        falseRejectRate = rate;
    }

    /** Refuses what is no rate. */
    static void check(double rate, CommandSpec command) {
        if (!(rate > 0 && rate < 1)) {
            throw new ParameterException(
                    command.commandLine(), "--false-reject-rate must lie between 0 and 1 but is " + rate);
        }
    }

    /** Whether the rate is left to the library. */
    boolean chosenForTheUser() {
        return falseRejectRate == null;
    }

    boolean given() {
        return falseRejectRate != null || extrapolate;
    }

    DiceInspectorBuilder applyTo(DiceInspectorBuilder builder) {
        if (falseRejectRate != null) {
            builder.falseRejectRate(falseRejectRate);
        }
        return builder.allowExtrapolation(extrapolate);
    }
}
