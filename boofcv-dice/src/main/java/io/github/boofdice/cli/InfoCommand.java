package io.github.boofdice.cli;

import io.github.boofdice.DiceInspector;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code info}: what a model learned, from how many pictures, and where its threshold comes from. */
@Command(
        name = "info",
        description = "Says what a model learned, from how many pictures, its threshold and false-reject rate.",
        footer = {
            "A face's symmetry is how many turns of it look alike: 1 for none, 0 when it looks the same at every angle.",
            "The threshold is in units of the score (dimensionless); the frame's size is in pixels.",
            "",
            "Example:",
            "  boofcv-dice info --model dice.model --json"
        })
final class InfoCommand extends Subcommand {
    @Option(names = "--model", required = true, paramLabel = "FILE", description = "The model that learn wrote.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path model;

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    InfoCommand(Screen screen) {
        super(screen);
    }

    @Override
    public Integer call() throws Exception {
        DiceInspector inspector = Models.load(model);
        if (json) {
            screen.json(Json.of(inspector.info()));
        } else {
            Words.info(inspector.info(), false, screen);
        }
        return Main.OK;
    }
}
