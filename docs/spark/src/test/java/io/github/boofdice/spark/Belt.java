package io.github.boofdice.spark;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.GoodPicture;
import io.github.boofdice.io.GrayPictures;
import io.github.boofdice.io.PictureReader;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.GrayPicture;
import io.github.boofdice.testdata.Scenes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Some thousand small drawn dice in folders, a few of them bad, and files that no picture can be read from. */
final class Belt {
    static final int PICTURES = 2_400;
    static final int UNREADABLE = 4;
    static final int HIDDEN = 2;
    private static final int SIDE = 48;
    private static final int EACH_FOLDER = 400;
    private static final int BAD = 8;
    private static final List<Face> FACES = List.of(Face.FOUR, Face.SIX);

    private Belt() {}

    static DiceInspector learn() throws IOException {
        List<GoodPicture> pictures = new ArrayList<>();
        for (Face face : FACES) {
            for (int i = 0; i < 10; i++) {
                GrayF32 plane =
                        GrayPictures.fromBufferedImage(good(-1 - i, face).toBufferedImage());
                pictures.add(new GoodPicture(face.folder() + i, face.folder(), plane));
            }
        }
        return DiceInspector.builder().learn(pictures);
    }

    static void write(Path folder) throws IOException {
        writeSome(folder, PICTURES);
        byte[] whole = good(0, Face.SIX).toPng();
        Files.write(folder.resolve("hour 0/cut short.png"), Arrays.copyOf(whole, whole.length / 2));
        Files.write(folder.resolve("hour 0/empty.png"), new byte[0]);
        Files.writeString(folder.resolve("hour 1/words.jpg"), "no picture");
        // A gap in it takes no room on the disk.
        try (RandomAccessFile giant =
                new RandomAccessFile(folder.resolve("hour 2/giant.png").toFile(), "rw")) {
            giant.write(whole);
            giant.setLength(PictureReader.MAX_BYTES + 1L);
        }
        Files.write(folder.resolve("hour 2/_hidden.png"), whole);
        Files.createDirectory(folder.resolve(".thumbnails"));
        Files.write(folder.resolve(".thumbnails/hidden.png"), whole);
        Files.writeString(folder.resolve("notes.txt"), "not taken for a picture");
    }

    /** The first pictures alone. */
    static void writeSome(Path folder, int count) {
        IntStream.range(0, count).parallel().forEach(i -> write(folder, i));
    }

    private static void write(Path folder, int i) {
        GrayPicture picture = good(i, FACES.get(i % FACES.size()));
        if (i % BAD == 0) {
            byte[] pixels = picture.pixels();
            for (int y = 18; y < 25; y++) {
                Arrays.fill(pixels, y * SIDE + 16, y * SIDE + 30, (byte) 255);
            }
            picture = GrayPicture.of(SIDE, SIDE, pixels);
        }
        String ending = i % 7 == 0 ? ".PNG" : ".png";
        try {
            picture.writePng(folder.resolve("hour " + i / EACH_FOLDER).resolve(i + ending));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GrayPicture good(long seed, Face face) {
        return DiceRenderer.render(Scenes.good(seed, face), SIDE);
    }
}
