package io.github.boofdice.cli;

import io.github.boofdice.DiceInspector;
import io.github.boofdice.Relevance;
import io.github.boofdice.score.Polarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which of the places that differ count. */
final class RelevanceOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    private Relevance relevance = Relevance.EVERYTHING;

    @Option(
            names = "--min-area",
            paramLabel = "PX",
            description = "A region of fewer pixels of the picture is dust and does not count.")
    void setMinArea(int pixels) {
        try {
            relevance = relevance.withMinArea(pixels);
        } catch (IllegalArgumentException e) {
            throw wrong("--min-area must be at least 0 but is " + pixels);
        }
    }

    @Option(
            names = "--min-contrast",
            paramLabel = "GREY",
            description = "A region that differs by fewer grey levels, 0..255, from its surroundings does not count.")
    void setMinContrast(double greyLevels) {
        try {
            relevance = relevance.withMinContrast(greyLevels);
        } catch (IllegalArgumentException e) {
            throw wrong("--min-contrast must lie in 0..255 but is " + greyLevels);
        }
    }

    @Option(
            names = "--only",
            paramLabel = "light|dark",
            description = "Only regions that are lighter, or darker, than they should be count.")
    void setOnly(String polarity) {
        relevance = relevance.only(
                switch (polarity) {
                    case "light" -> Polarity.LIGHT;
                    case "dark" -> Polarity.DARK;
                    default -> throw wrong("--only must be light or dark but is " + polarity);
                });
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    DiceInspector applyTo(DiceInspector inspector) {
        return inspector.withRelevance(relevance);
    }

    /** What counts, to go on with a sentence; nothing where everything does. */
    String words() {
        if (relevance.equals(Relevance.EVERYTHING)) {
            return "";
        }
        List<String> rules = new ArrayList<>();
        if (relevance.minArea() > 0) {
            rules.add("of " + relevance.minArea() + " pixels or more");
        }
        if (relevance.minContrast() > 0) {
            rules.add(String.format(Locale.ROOT, "of %s grey levels or more", relevance.minContrast()));
        }
        String which = relevance.polarities().size() > 1
                ? ""
                : relevance.polarities().contains(Polarity.LIGHT) ? "light " : "dark ";
        return ", counting " + which + "marks" + (rules.isEmpty() ? "" : " " + String.join(" and ", rules));
    }
}
