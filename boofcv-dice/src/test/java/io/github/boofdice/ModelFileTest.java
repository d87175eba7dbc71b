package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Planes;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.GrayPicture;
import io.github.boofdice.testdata.SamplePictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes: an inspector like the one that was saved, or a ModelFormatException, and nothing else. */
class ModelFileTest {
    /** Eight letters, the format and the SHA-256. */
    private static final int HEADER = 44;

    /** A face's bytes in planes: grey, centre, two spreads, and two limits for each of three filters. */
    private static final int PLANES = 10 * Float.BYTES * SmallModel.SIDE * SmallModel.SIDE;

    private static final byte[] BYTES = saved(SmallModel.INSPECTOR);

    private static byte[] saved(DiceInspector inspector) {
        try {
            Path dir = Files.createTempDirectory("model");
            Path file = dir.resolve("a.dice");
            inspector.save(file);
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(dir);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsLoadedInspectsBitForBitLikeWhatWasSaved(@TempDir Path dir) throws IOException {
        DiceInspector saved = RenderedDice.inspector();
        Path file = dir.resolve("dice.model");
        saved.save(file);

        DiceInspector loaded = DiceInspector.load(file);

        List<GrayF32> pictures = new ArrayList<>(List.of(
                Planes.flat(128, 128, 0),
                Planes.noise(128, 128, 1),
                Planes.noise(64, 90, 2),
                Planes.waves(200, 150, 4, 3)));
        for (Path picture : SamplePictures.anomalous().subList(0, 12)) {
            pictures.add(RenderedDice.plane(GrayPicture.read(picture)));
        }
        for (Path picture : SamplePictures.normal().subList(0, 12)) {
            pictures.add(RenderedDice.plane(GrayPicture.read(picture)));
        }
        for (GrayF32 picture : pictures) {
            assertSameInspection(loaded.inspect(picture), saved.inspect(picture));
        }
        assertThat(loaded.info()).isEqualTo(saved.info());
        for (FaceInfo face : saved.info().faces()) {
            assertThat(loaded.picture(face.name()).data).isEqualTo(saved.picture(face.name()).data);
        }
        for (Path picture : SamplePictures.learn(Face.TWO)) {
            assertThat(loaded.learnedFrom(FileFingerprint.of(picture))).isTrue();
        }
        assertThat(loaded.learnedFrom(FileFingerprint.of(SamplePictures.normal().get(0))))
                .isFalse();
        assertThat(saved(loaded)).isEqualTo(Files.readAllBytes(file));
    }

    /** Field by field: a GrayF32 has no equals. */
    static void assertSameInspection(Inspection actual, Inspection expected) {
        assertThat(actual.heatMap().data).isEqualTo(expected.heatMap().data);
        assertThat(withoutMap(actual)).isEqualTo(withoutMap(expected));
    }

    private static final GrayF32 NO_MAP = new GrayF32(1, 1);

    private static Inspection withoutMap(Inspection i) {
        return new Inspection(
                i.verdict(),
                i.score(),
                i.pValue(),
                i.face(),
                i.symmetry(),
                i.pose(),
                i.alignment(),
                i.residual(),
                i.gain(),
                NO_MAP,
                i.regions());
    }

    @Test
    void everythingThatWasLeftOutIsRemembered(@TempDir Path dir) throws IOException {
        SmallModel.write(dir.resolve("good"), 2);
        Files.writeString(dir.resolve("good/six/text.jpg"), "not a picture \u00e4\u4e16");
        DiceInspector saved = DiceInspector.builder().learn(dir.resolve("good"));
        saved.save(dir.resolve("model"));

        assertThat(saved.info().excluded()).hasSize(1);
        assertThat(DiceInspector.load(dir.resolve("model")).info()).isEqualTo(saved.info());
    }

    @Property(tries = 300, seed = "1", shrinking = ShrinkingMode.OFF)
    void flippedBytesAreNoticed(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int flips) {
        byte[] bytes = BYTES.clone();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < flips; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        if (!Arrays.equals(bytes, BYTES)) {
            assertRefused(bytes);
        }
    }

    @Property(tries = 200, seed = "2", shrinking = ShrinkingMode.OFF)
    void cutBytesAreNoticed(@ForAll long seed) {
        assertRefused(Arrays.copyOf(BYTES, new SplittableRandom(seed).nextInt(BYTES.length)));
    }

    @Test
    void everyCutOfTheHeaderIsNoticed() {
        for (int length = 0; length < HEADER + 64; length++) {
            assertRefused(Arrays.copyOf(BYTES, length));
            assertRefused(digested(Arrays.copyOf(BYTES, length)));
        }
    }

    @Test
    void bytesTooManyAreNoticed() {
        assertRefused(Arrays.copyOf(BYTES, BYTES.length + 1));
        assertRefused(digested(Arrays.copyOf(BYTES, BYTES.length + 1)));
    }

    /** Past the digest, into the parser. */
    @Property(tries = 400, seed = "3", shrinking = ShrinkingMode.OFF)
    void bytesWithAGoodDigestGiveAModelOrAModelFormatException(
            @ForAll long seed, @ForAll @IntRange(max = 3) int kind, @ForAll @IntRange(min = 1, max = 4) int times) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] bytes = BYTES.clone();
        for (int i = 0; i < times; i++) {
            bytes = switch (kind) {
                case 0 -> flipped(bytes, random);
                case 1 -> cutOut(bytes, random);
                case 2 -> spliced(bytes, random);
                default -> counted(bytes, random);
            };
        }

        assertModelOrRefused(digested(bytes));
    }

    private static byte[] flipped(byte[] bytes, SplittableRandom random) {
        byte[] out = bytes.clone();
        out[interesting(bytes, random)] = (byte) random.nextInt(256);
        return out;
    }

    private static byte[] cutOut(byte[] bytes, SplittableRandom random) {
        int from = interesting(bytes, random);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(random.nextBoolean() ? 8 : bytes.length));
        byte[] out = Arrays.copyOf(bytes, bytes.length - (to - from));
        System.arraycopy(bytes, to, out, from, bytes.length - to);
        return out;
    }

    private static byte[] spliced(byte[] bytes, SplittableRandom random) {
        int from = interesting(bytes, random);
        int length = random.nextInt(Math.min(2000, bytes.length - from));
        int to = interesting(bytes, random);
        byte[] out = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, to, out, to + length, bytes.length - to);
        System.arraycopy(bytes, from, out, to, length);
        return out;
    }

    /** Puts a number where a count may stand. */
    private static byte[] counted(byte[] bytes, SplittableRandom random) {
        int[] extreme = {
            -1, 0, 1, 2, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 30, 1 << 20, 0x00FFFFFF, 0x7F800000, 513
        };
        byte[] out = bytes.clone();
        int at = Math.min(bytes.length - 4, interesting(bytes, random));
        ByteBuffer.wrap(out).putInt(at, extreme[random.nextInt(extreme.length)]);
        return out;
    }

    /** Two in three bytes lie where counts, names and scores stand, not in the planes. */
    private static int interesting(byte[] bytes, SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> Math.min(bytes.length - 1, HEADER + random.nextInt(60));
            case 1 -> Math.min(bytes.length - 1, HEADER + PLANES + random.nextInt(140));
            case 2 -> Math.max(HEADER, bytes.length - 1 - random.nextInt(140));
            default -> HEADER + random.nextInt(bytes.length - HEADER);
        };
    }

    @Property(tries = 200, seed = "4")
    void foreignBytesAreNoModel(@ForAll byte[] bytes) {
        assertThatThrownBy(() -> ModelFile.decode(bytes, "foreign"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage("foreign: not a boofcv-dice model");
    }

    @Property(tries = 200, seed = "5")
    void anythingBehindAGoodHeaderIsAModelOrRefused(@ForAll byte[] rest) {
        byte[] bytes = Arrays.copyOf(BYTES, HEADER + rest.length);
        System.arraycopy(rest, 0, bytes, HEADER, rest.length);

        assertRefused(digested(bytes));
    }

    /** Every count of the file in turn becomes a huge one: refused before anything of that size is asked for. */
    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, 1 << 30, 300_000_000, -1, Integer.MIN_VALUE})
    void hugeCountsAreRefusedBeforeAllocation(int count) {
        for (int at : counts()) {
            byte[] bytes = BYTES.clone();
            ByteBuffer.wrap(bytes).putInt(at, count);

            assertRefused(digested(bytes));
        }
    }

    /** Where the counts of the small model stand, read by walking through it as ModelFile documents it. */
    private static List<Integer> counts() {
        ByteBuffer in = ByteBuffer.wrap(BYTES).position(HEADER);
        List<Integer> at = new ArrayList<>(List.of(in.position(), in.position() + 4, in.position() + 8));
        in.position(HEADER + 8);
        int faces = in.getInt();
        for (int face = 0; face < faces; face++) {
            skipText(in, at);
            at.add(in.position());
            int folders = in.getInt();
            for (int folder = 0; folder < folders; folder++) {
                skipText(in, at);
            }
            in.position(in.position() + 4 + 8 + 8 + 4 + PLANES);
            at.add(in.position());
            in.position(in.position() + 4 + 6 * 8 * in.getInt(in.position()));
        }
        in.position(in.position() + 8 + 4 + 1 + 4 + 8);
        at.add(in.position());
        in.position(in.position() + 4 + 8 * in.getInt(in.position()));
        at.add(in.position());
        assertThat(in.getInt()).as("pictures left out").isZero();
        at.add(in.position());
        assertThat(in.getInt()).as("fingerprints").isZero();
        skipText(in, at);
        assertThat(in.hasRemaining()).isFalse();
        return at;
    }

    private static void skipText(ByteBuffer in, List<Integer> counts) {
        counts.add(in.position());
        int length = in.getInt();
        in.position(in.position() + length);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void pixelsThatAreNoNumbersAreRefused(float value) {
        byte[] bytes = BYTES.clone();
        ByteBuffer.wrap(bytes).putFloat(HEADER + 200, value);

        assertThatThrownBy(() -> ModelFile.decode(digested(bytes), "m"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage("m: malformed model (a pixel is " + value + ")");
    }

    @Test
    void theMessageSaysWhatIsWrong() throws IOException {
        byte[] later = BYTES.clone();
        later[11] = 2;
        byte[] altered = BYTES.clone();
        altered[1000] ^= 1;

        assertThatThrownBy(() -> ModelFile.decode(later, "m.dice"))
                .hasMessage("m.dice: model format 2 but this library reads format 1");
        assertThatThrownBy(() -> ModelFile.decode(altered, "m.dice"))
                .hasMessage("m.dice: truncated or altered (checksum does not match)");
        assertThatThrownBy(() -> ModelFile.decode(Arrays.copyOf(BYTES, 20), "m.dice"))
                .hasMessage("m.dice: truncated after 20 bytes");
        assertThatThrownBy(() -> ModelFile.decode(new byte[0], "m.dice")).hasMessage("m.dice: not a boofcv-dice model");
    }

    @Test
    void missingFilesAndFoldersAreToldApart(@TempDir Path dir) {
        assertThatThrownBy(() -> DiceInspector.load(dir.resolve("none")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("none: no such file");
        assertThatThrownBy(() -> DiceInspector.load(dir))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(dir + ": not a file");
    }

    @Test
    void savingReplacesAnOlderModelAndLeavesNothingElseBehind(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("m"), "older");

        SmallModel.INSPECTOR.save(file);

        assertThat(Files.readAllBytes(file)).isEqualTo(BYTES);
        try (Stream<Path> files = Files.list(dir)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamed(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("file"), "");

        for (Path target : List.of(dir.resolve("none/m.dice"), file.resolve("m.dice"))) {
            assertThatThrownBy(() -> SmallModel.INSPECTOR.save(target))
                    .isInstanceOf(IOException.class)
                    .hasMessage(target.getParent() + ": no such folder to write the model to");
        }
    }

    @Test
    void aFolderInTheModelsPlaceStays(@TempDir Path dir) throws IOException {
        Path folder = Files.createDirectory(dir.resolve("m"));
        Path inside = Files.writeString(folder.resolve("precious"), "");

        assertThatThrownBy(() -> SmallModel.INSPECTOR.save(folder)).isInstanceOf(IOException.class);

        assertThat(inside).exists();
        try (Stream<Path> files = Files.list(dir)) {
            assertThat(files).containsExactly(folder);
        }
    }

    @Test
    void anEmptyFolderInTheModelsPlaceStaysToo(@TempDir Path dir) throws IOException {
        Path folder = Files.createDirectory(dir.resolve("m"));

        assertThatThrownBy(() -> SmallModel.INSPECTOR.save(folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(folder + ": is a folder");

        assertThat(folder).isEmptyDirectory();
    }

    /** Whoever loads while another saves gets the old model or the new one, never none and never half of one. */
    @Test
    void aReaderBesideASaverAlwaysFindsAWholeModel(@TempDir Path dir) throws Exception {
        Path file = dir.resolve("m");
        SmallModel.INSPECTOR.save(file);
        AtomicBoolean saving = new AtomicBoolean(true);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<?> saver = pool.submit(() -> {
                for (int i = 0; i < 100; i++) {
                    SmallModel.INSPECTOR.save(file);
                }
                saving.set(false);
                return null;
            });
            int looks = 0;
            for (; saving.get() && !saver.isDone(); looks++) {
                assertThat(Files.readAllBytes(file)).isEqualTo(BYTES);
            }
            saver.get();
            assertThat(looks).isPositive();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aModelIsReadableLikeAnyNewFile(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("m");
        SmallModel.INSPECTOR.save(file);
        Path other = Files.writeString(dir.resolve("other"), "");

        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
        } else {
            assertThat(file).isReadable();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 13, 145, 360, Integer.MAX_VALUE})
    void symmetriesThatNoFaceHasAreRefused(int symmetry) {
        byte[] bytes = BYTES.clone();
        // Behind frame and number of faces: the name "four", one folder of that name, pictures, scale and gain.
        ByteBuffer.wrap(bytes).putInt(HEADER + 12 + 8 + 4 + 8 + 4 + 8 + 8, symmetry);

        assertThatThrownBy(() -> ModelFile.decode(digested(bytes), "m"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("m: malformed model (face of 4 pictures, scale ")
                .hasMessageEndingWith(", symmetry " + symmetry + ")");
    }

    @Test
    void fiveFormsOfDamageToARealFile(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("m.dice");
        for (byte[] bytes : List.of(
                new byte[0],
                "PNG or so".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                Arrays.copyOf(BYTES, 8),
                Arrays.copyOf(BYTES, BYTES.length / 2),
                new byte[100_000])) {
            Files.write(file, bytes);

            assertThatThrownBy(() -> DiceInspector.load(file))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageStartingWith(file + ": ");
        }
    }

    private static byte[] digested(byte[] bytes) {
        if (bytes.length < HEADER) {
            return bytes;
        }
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(bytes, HEADER, bytes.length - HEADER);
            System.arraycopy(sha.digest(), 0, bytes, 12, 32);
            return bytes;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertRefused(byte[] bytes) {
        assertThatThrownBy(() -> ModelFile.decode(bytes, "fuzz"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("fuzz: ")
                .hasMessageNotContainingAny("\n", "null");
    }

    private static void assertModelOrRefused(byte[] bytes) {
        DiceInspector inspector;
        try {
            inspector = ModelFile.decode(bytes, "fuzz");
        } catch (ModelFormatException e) {
            assertThat(e.getMessage()).startsWith("fuzz: ").doesNotContain("\n");
            return;
        }
        GrayF32 picture = Planes.noise(SmallModel.SIDE, SmallModel.SIDE, 1);
        assertThat(inspector.inspect(picture).score()).isNotNegative().isFinite();
    }
}
