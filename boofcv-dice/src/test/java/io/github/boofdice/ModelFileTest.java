package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Planes;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.GrayPicture;
import io.github.boofdice.testdata.SamplePictures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
    private static final int HEADER = ModelBytes.HEADER;
    private static final ModelBytes MODEL = new ModelBytes(SmallModel.INSPECTOR);
    private static final byte[] BYTES = MODEL.bytes();

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
        assertThat(ModelFile.encode(loaded)).isEqualTo(Files.readAllBytes(file));
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
                i.regions(),
                i.dismissed());
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
            assertRefused(ModelBytes.sealed(Arrays.copyOf(BYTES, length)));
        }
    }

    @Test
    void bytesTooManyAreNoticed() {
        assertRefused(Arrays.copyOf(BYTES, BYTES.length + 1));
        assertRefused(ModelBytes.sealed(Arrays.copyOf(BYTES, BYTES.length + 1)));
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

        assertRefused(ModelBytes.sealed(bytes));
    }

    /** Every count of the file in turn becomes a huge one: refused before anything of that size is asked for. */
    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, 1 << 30, 300_000_000, -1, Integer.MIN_VALUE})
    void hugeCountsAreRefusedBeforeAllocation(int count) {
        assertThat(MODEL.counts()).hasSizeGreaterThan(8);
        for (int at : MODEL.counts()) {
            byte[] bytes = BYTES.clone();
            ByteBuffer.wrap(bytes).putInt(at, count);

            assertRefused(ModelBytes.sealed(bytes));
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void pixelsThatAreNoNumbersAreRefused(float value) {
        byte[] bytes = BYTES.clone();
        ByteBuffer.wrap(bytes).putFloat(HEADER + 200, value);

        assertThatThrownBy(() -> ModelFile.decode(ModelBytes.sealed(bytes), "m"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage("m: malformed model (a pixel is " + value + ")");
    }

    @Test
    void theMessageSaysWhatIsWrong() throws IOException {
        byte[] later = BYTES.clone();
        later[11] = 6;
        byte[] altered = BYTES.clone();
        altered[1000] ^= 1;

        assertThatThrownBy(() -> ModelFile.decode(later, "m.dice"))
                .hasMessage("m.dice: model format 6 but this library reads format 5");
        for (byte format = 1; format < 5; format++) {
            byte[] early = BYTES.clone();
            early[11] = format;
            assertThatThrownBy(() -> ModelFile.decode(early, "m.dice"))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessage(
                            "m.dice: model format " + format
                                    + " was written before version 0.1.0 was released, by a score that is no longer known; learn again");
        }
        assertThatThrownBy(() -> ModelFile.decode(altered, "m.dice"))
                .hasMessage("m.dice: truncated or altered (checksum does not match)");
        assertThatThrownBy(() -> ModelFile.decode(Arrays.copyOf(BYTES, 19), "m.dice"))
                .hasMessage("m.dice: truncated after 19 bytes");
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

        assertThatThrownBy(() -> ModelFile.decode(ModelBytes.sealed(bytes), "m"))
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

    private static void assertRefused(byte[] bytes) {
        assertThatThrownBy(() -> ModelFile.decode(bytes, "fuzz"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("fuzz: ")
                .hasMessageNotContainingAny("\n", "null");
    }
}
