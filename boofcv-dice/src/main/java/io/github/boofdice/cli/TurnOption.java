package io.github.boofdice.cli;

import io.github.boofdice.evaluate.PictureChange;
import io.github.boofdice.evaluate.TurnedPictures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of the commands that judge labelled pictures. */
final class TurnOption {
    @Option(
            names = "--turned",
            paramLabel = "SEED",
            description =
                    "Turn each picture by a random angle about a point within 2 pixels of its middle and shift it by up"
                            + " to 3 pixels each way before it is judged; a whole number that makes the turns repeatable.")
    private @Nullable Long seed;

    PictureChange change() {
        return seed == null ? PictureChange.NONE : new TurnedPictures(seed);
    }

    /** What it does, to go on with a sentence; nothing where it is not given. */
    String words() {
        return seed == null ? "" : "; each picture was turned and shifted at random (seed " + seed + ")";
    }
}
