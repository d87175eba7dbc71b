package io.github.boofdice;

import io.github.boofdice.fuzz.Mutator;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scenes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * A whole model file and where its fields stand. Nothing here knows their order: the decoder is asked, by what it answers to a number
 * that fits nowhere.
 */
final class ModelBytes {
    /** Eight letters, the format, the CRC-32 and the CRC-32C of the rest. */
    static final int HEADER = 20;

    private static final int STEP = 256;

    /** No matter where a float begins among them, one is not a number. */
    private static final byte[] NO_NUMBER = {-1, -1, -1, -1, -1, -1, -1};

    private static final byte[] HUGE =
            ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE).array();

    private final byte[] bytes;
    private final BitSet fields;

    ModelBytes(DiceInspector inspector) {
        try {
            bytes = ModelFile.encode(inspector);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        fields = outsidePlanes();
    }

    /** Models as small as they come, with all that a model may hold; the smaller one more often, for it takes half the time. */
    static List<Mutator.Source> sources() {
        return Sources.ALL;
    }

    /** Learned when they are first asked for. */
    private static final class Sources {
        private static final List<Mutator.Source> ALL = all();

        private static List<Mutator.Source> all() {
            Mutator.Source one = new ModelBytes(learned(12, Face.FOUR)).source();
            Mutator.Source two = new ModelBytes(learned(3, Face.ONE, Face.SIX)).source();
            return List.of(one, one, one, two);
        }
    }

    private static DiceInspector learned(int pictures, Face... faces) {
        try {
            Path dir = Files.createTempDirectory("boofcv-dice");
            for (Face face : faces) {
                for (int i = 0; i < pictures; i++) {
                    DiceRenderer.render(Scenes.good(i, face), 32)
                            .writePng(dir.resolve(face.folder()).resolve(i + ".png"));
                }
                Files.writeString(dir.resolve(face.folder()).resolve("text.jpg"), "no picture");
            }
            DiceInspector inspector = DiceInspector.builder().learn(dir);
            try (Stream<Path> files = Files.walk(dir)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
            return inspector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** The counts among the fields come up more often: they decide how much is read, and into how much memory. */
    private Mutator.Source source() {
        int[] counts = counts();
        int[] single = IntStream.concat(
                        IntStream.range(8, 12),
                        IntStream.range(HEADER, bytes.length).filter(fields::get))
                .toArray();
        int times = Math.max(1, single.length / (2 * counts.length));
        return new Mutator.Source(
                bytes(),
                IntStream.concat(
                                Arrays.stream(single), IntStream.range(0, times).flatMap(i -> Arrays.stream(counts)))
                        .toArray());
    }

    /** Where a huge number is called one by the decoder. */
    int[] counts() {
        return IntStream.range(HEADER, bytes.length - HUGE.length)
                .filter(fields::get)
                .filter(at -> answer(at, HUGE).contains("(" + Integer.MAX_VALUE + " "))
                .toArray();
    }

    /** Where the decoder does not speak of pixels when there is no number. */
    private BitSet outsidePlanes() {
        BitSet outside = new BitSet();
        boolean before = false;
        for (int from = HEADER; from < bytes.length; from += STEP) {
            int to = Math.min(bytes.length, from + STEP);
            boolean after = isPixel(to);
            if (before && after) {
                continue;
            }
            for (int at = from; at < to; at++) {
                outside.set(at, !isPixel(at));
            }
            before = after;
        }
        return outside;
    }

    private boolean isPixel(int at) {
        return at + NO_NUMBER.length <= bytes.length && answer(at, NO_NUMBER).contains("a pixel is");
    }

    private String answer(int at, byte[] instead) {
        byte[] altered = bytes();
        System.arraycopy(instead, 0, altered, at, instead.length);
        try {
            ModelFile.decode(sealed(altered), "m");
            return "";
        } catch (ModelFormatException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** The same array with the checksums that belong to it, if it is long enough to have them. */
    static byte[] sealed(byte[] bytes) {
        if (bytes.length < HEADER) {
            return bytes;
        }
        ByteBuffer.wrap(bytes).putInt(12, checksum(new CRC32(), bytes)).putInt(16, checksum(new CRC32C(), bytes));
        return bytes;
    }

    private static int checksum(Checksum kind, byte[] bytes) {
        kind.update(bytes, HEADER, bytes.length - HEADER);
        return (int) kind.getValue();
    }
}
