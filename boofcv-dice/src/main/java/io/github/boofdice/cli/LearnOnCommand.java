package io.github.boofdice.cli;

import io.github.boofdice.DiceInspector;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code learn-on}: a model and good pictures that it rejected in, a model that knows them out. */
@Command(
        name = "learn-on",
        description = "Teaches a model further good pictures, wrongly rejected ones say, without the old pictures.",
        footer = {
            "Where a picture shows more than the model's limits they rise, as one picture among many makes them: a die like it"
                    + " scores a little lower, and after several it is accepted. Its score joins those that set the threshold. Under"
                    + " another lamp or with another camera, where all dice score higher, use recalibrate instead.",
            "",
            "All pictures are learned or none. One is refused that was learned from already, in which no face can be found,"
                    + " that shows another face, or that scores more than twice the threshold: it looks like a bad die, and"
                    + " once learned it would hide others. If such dice are good, learn anew with them.",
            "",
            "Examples:",
            "  boofcv-dice learn-on --model dice.model --output dice.model --face two rejected-but-good.png"
        })
final class LearnOnCommand extends Subcommand {
    @Mixin
    private final RewrittenModel files = new RewrittenModel();

    @Option(
            names = "--face",
            required = true,
            paramLabel = "NAME",
            description = "The face that the pictures show, by any of the names that info lists.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String face;

    @Parameters(arity = "1..*", paramLabel = "PICTURE", description = "Files of good dice.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private List<Path> pictures;

    LearnOnCommand(Screen screen) {
        super(screen);
    }

    @Override
    public Integer call() throws Exception {
        DiceInspector before = files.load();
        files.save(before, before.learnOn(face, pictures), screen);
        return Main.OK;
    }
}
