package io.github.boofdice.cli;

import io.github.boofdice.CnnInspector;
import io.github.boofdice.DiceInspector;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code info}: what a model learned, from how many pictures, and where its threshold comes from. */
@Command(
        name = "info",
        description = "Says what a model learned, from how many pictures, its threshold and false-reject rate.",
        footer = {
            "A face's symmetry is how many turns of it look alike: 1 for none, 0 when it looks the same at every angle.",
            "The threshold is in units of the score (dimensionless); the frame's size is in pixels.",
            "--pictures writes what good dice of each face look like on average, FACE.png, in the pose and size in which --roi"
                    + " and --ignore of inspect and evaluate are drawn.",
            "",
            "Examples:",
            "  boofcv-dice info --model dice.model --json",
            "  boofcv-dice info --model dice.model --pictures faces/"
        })
final class InfoCommand extends Subcommand {
    @Option(names = "--model", required = true, paramLabel = "FILE", description = "The model that learn wrote.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path model;

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    @Option(
            names = "--pictures",
            paramLabel = "FOLDER",
            description = "Write a picture of each face into this folder, which is new or empty.")
    private @Nullable Path pictures;

    InfoCommand(Screen screen) {
        super(screen);
    }

    @Override
    public Integer call() throws Exception {
        DiceInspector inspector = Models.load(model);
        if (pictures != null) {
            FacePictures.write(inspector, pictures, screen);
        }
        if (json) {
            screen.json(Json.of(inspector.info()));
        } else {
            Words.info(inspector.info(), false, screen);
            if (CnnInspector.isModel(model)) {
                Words.network(CnnInspector.load(model), screen);
            }
        }
        return Main.OK;
    }
}
