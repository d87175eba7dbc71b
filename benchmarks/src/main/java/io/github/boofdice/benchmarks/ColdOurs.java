package io.github.boofdice.benchmarks;

import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspection;
import io.github.boofdice.io.PictureReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** The library alone, without what its command line brings along. */
public final class ColdOurs {
    private ColdOurs() {}

    /**
     * Prints the face and the score of a picture.
     *
     * @param args a learned model, the picture
     * @throws IOException when either cannot be read
     */
    public static void main(String[] args) throws IOException {
        Inspection found = DiceInspector.load(Path.of(args[0])).inspect(PictureReader.read(Path.of(args[1])));
        System.out.println(String.format(Locale.ROOT, "%s %.3f", found.face(), found.score()));
    }
}
