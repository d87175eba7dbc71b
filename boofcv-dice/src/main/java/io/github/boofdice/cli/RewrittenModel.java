package io.github.boofdice.cli;

import io.github.boofdice.DiceInspector;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of the commands that read a model and write another. */
final class RewrittenModel {
    @Option(names = "--model", required = true, paramLabel = "FILE", description = "The model that learn wrote.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path model;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "Where to write the new model; it may be the same file.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path output;

    /** Loads the model, once it is certain that another can be written. */
    DiceInspector load() throws IOException {
        OutputFile.check(output);
        return Models.loadWithoutNetwork(model);
    }

    /** Writes the other and tells what has become of the one. */
    void save(DiceInspector before, DiceInspector after, Screen screen) throws IOException {
        after.save(output);
        Words.info(after.info(), false, screen);
        screen.say(
                "threshold was %s; model written to %s",
                Words.number(before.info().threshold()), output);
    }
}
