package io.github.boofdice;

import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scenes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A quick model of two faces from pictures of 48 x 48 pixels: for tests of everything but how well it judges. */
final class SmallModel {
    static final int SIDE = 48;
    static final DiceInspector INSPECTOR = learn();

    private SmallModel() {}

    /** Good pictures of the two faces. */
    static List<GoodPicture> pictures(int eachFace) {
        List<GoodPicture> pictures = new ArrayList<>();
        for (Face face : List.of(Face.FOUR, Face.SIX)) {
            for (int i = 0; i < eachFace; i++) {
                pictures.add(new GoodPicture(face.folder() + i, face.folder(), picture(i, face)));
            }
        }
        return pictures;
    }

    static boofcv.struct.image.GrayF32 picture(long seed, Face face) {
        return RenderedDice.plane(DiceRenderer.render(Scenes.good(seed, face), SIDE));
    }

    /** Writes the same pictures as files, one folder a face. */
    static void write(Path dir, int eachFace) throws IOException {
        for (Face face : List.of(Face.FOUR, Face.SIX)) {
            for (int i = 0; i < eachFace; i++) {
                DiceRenderer.render(Scenes.good(i, face), SIDE)
                        .writePng(dir.resolve(face.folder()).resolve(i + ".png"));
            }
        }
    }

    private static DiceInspector learn() {
        try {
            return DiceInspector.builder().learn(pictures(4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
