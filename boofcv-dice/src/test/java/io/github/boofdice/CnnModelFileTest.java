package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.cnn.Network;
import io.github.boofdice.decide.Calibration;
import io.github.boofdice.fuzz.Mutator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of both kinds: an inspector like the one that was saved, or a ModelFormatException of one line, and nothing else. */
class CnnModelFileTest {
    private static final CnnInspector CNN = SmallCnn.INSPECTOR;
    private static final int HEADER = ModelBytes.HEADER;
    private static final byte[] BYTES = bytes(CNN);
    private static final int NETWORK = HEADER + 4 + ByteBuffer.wrap(BYTES).getInt(HEADER);
    private static final int TYPICAL = NETWORK + 4 + ByteBuffer.wrap(BYTES).getInt(NETWORK);

    private static byte[] bytes(CnnInspector inspector) {
        try {
            return CnnModelFile.encode(inspector);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsLoadedInspectsBitForBitLikeWhatWasSaved(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("cnn.model");
        CNN.save(file);

        CnnInspector loaded = CnnInspector.load(file);

        Inspector both = CNN.combined();
        Inspector loadedBoth = loaded.combined();
        for (GrayF32 picture : SmallCnn.pictures()) {
            ModelFileTest.assertSameInspection(loaded.inspect(picture), CNN.inspect(picture));
            ModelFileTest.assertSameInspection(loadedBoth.inspect(picture), both.inspect(picture));
        }
        assertThat(loaded.source()).isEqualTo(CNN.source());
        assertThat(loaded.network().summary()).isEqualTo(CNN.network().summary());
        assertThat(bytes(loaded)).isEqualTo(Files.readAllBytes(file)).isEqualTo(BYTES);
    }

    @Test
    void filesOfBothKindsAreToldApart(@TempDir Path dir) throws IOException {
        Path with = dir.resolve("with.model");
        Path without = dir.resolve("without.model");
        CNN.save(with);
        CNN.difference().save(without);

        assertThat(ModelFile.encode(DiceInspector.load(with))).isEqualTo(Files.readAllBytes(without));
        assertThatThrownBy(() -> CnnInspector.load(without))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(without + ": a model without a network; learn one with it");
        assertThat(CnnInspector.isModel(with)).isTrue();
        assertThat(CnnInspector.isModel(without)).isFalse();
        assertThat(CnnInspector.isModel(dir)).isFalse();
        assertThat(CnnInspector.isModel(dir.resolve("none"))).isFalse();
        assertThat(CnnInspector.isModel(Files.writeString(dir.resolve("short"), "BOOFD")))
                .isFalse();
        assertThatThrownBy(() -> CnnInspector.load(dir.resolve("short")))
                .hasMessage(dir.resolve("short") + ": not a boofcv-dice model");
    }

    /** The surest network of all, and a good picture that it takes for the surest defect. */
    @Test
    void theGreatestScoresThatCanBeAreSavedAndLoaded(@TempDir Path dir) throws IOException {
        double most = StrictMath.exp(40);
        CnnInspector extreme = new CnnInspector(
                CNN.difference(),
                CNN.network(),
                Collections.nCopies(2, -20.0),
                new Calibration(new double[] {StrictMath.exp(-40), 1, 1, 2, most}, 0, 0.1, true));
        Path file = dir.resolve("extreme.model");
        extreme.save(file);

        assertThat(CnnInspector.load(file).calibration().threshold())
                .isEqualTo(extreme.calibration().threshold());
    }

    @Property(tries = 100, seed = "1", shrinking = ShrinkingMode.OFF)
    void flippedAndCutBytesAreNoticed(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] flipped = BYTES.clone();
        flipped[random.nextInt(BYTES.length)] ^= (byte) (1 << random.nextInt(8));

        assertRefused(flipped);
        assertRefused(Arrays.copyOf(BYTES, random.nextInt(BYTES.length)));
        assertRefused(ModelBytes.sealed(Arrays.copyOf(BYTES, random.nextInt(BYTES.length))));
        assertRefused(ModelBytes.sealed(Arrays.copyOf(BYTES, BYTES.length + 1 + random.nextInt(9))));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, 1 << 30, -1, Integer.MIN_VALUE})
    void lengthsOfPartsThatCannotBeAreRefused(int length) {
        for (int at : new int[] {HEADER, NETWORK}) {
            byte[] bytes = BYTES.clone();
            ByteBuffer.wrap(bytes).putInt(at, length);

            assertThatThrownBy(() -> CnnModelFile.decode(ModelBytes.sealed(bytes), "m"))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageStartingWith("m: malformed model (" + length + " bytes do not fit into ");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 20.5, -20.5, Double.POSITIVE_INFINITY})
    void oddsThatNoNetworkGivesAreRefused(double log) {
        byte[] bytes = BYTES.clone();
        ByteBuffer.wrap(bytes).putDouble(TYPICAL, log);

        assertThatThrownBy(() -> CnnModelFile.decode(ModelBytes.sealed(bytes), "m"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage("m: malformed model (log odds of a good picture are " + log + ")");
    }

    @Test
    void whatIsWrongInsideIsNamed() {
        byte[] altered = BYTES.clone();
        altered[NETWORK - 1] ^= 1;
        byte[] vector =
                withNetwork(Network.untrained("input 2 104 104\nglobalavgpool g\nflatten f\ndense d outputs 2\n", 1)
                        .bytes());

        assertThatThrownBy(() -> CnnModelFile.decode(ModelBytes.sealed(altered), "m"))
                .hasMessage("m: malformed model (its templates: truncated or altered (checksum does not match))");
        assertThatThrownBy(() -> CnnModelFile.decode(vector, "m"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage("m: malformed model (the network must make 2 planes of square cells of 2 x 104 x 104"
                        + " but makes 2 of 2 x 104 x 104)");
        assertThatThrownBy(() -> CnnModelFile.decode(withNetwork(new byte[3]), "m"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("m: malformed model (its network: ");
    }

    private static byte[] withNetwork(byte[] network) {
        return ModelBytes.sealed(ByteBuffer.allocate(BYTES.length - (TYPICAL - NETWORK - 4) + network.length)
                .put(BYTES, 0, NETWORK)
                .putInt(network.length)
                .put(network)
                .put(BYTES, TYPICAL, BYTES.length - TYPICAL)
                .array());
    }

    /** The templates have checksums of their own and are fuzzed elsewhere; here everything behind them is damaged. */
    @Property(tries = 300, seed = "2", shrinking = ShrinkingMode.OFF)
    void whateverStandsBehindTheTemplatesIsAModelOrRefused(@ForAll long seed) {
        byte[] behind = Arrays.copyOfRange(BYTES, NETWORK, BYTES.length);
        byte[] damaged = new Mutator(List.of(new Mutator.Source(
                        behind, IntStream.range(0, behind.length).toArray())))
                .damaged(new SplittableRandom(seed));
        byte[] bytes = Arrays.copyOf(BYTES, NETWORK + damaged.length);
        System.arraycopy(damaged, 0, bytes, NETWORK, damaged.length);
        CnnInspector read;
        try {
            read = CnnModelFile.decode(ModelBytes.sealed(bytes), "fuzz");
        } catch (ModelFormatException e) {
            assertThat(e.getMessage()).startsWith("fuzz: ").doesNotContain("\n");
            return;
        }
        GrayF32 picture = SmallCnn.pictures().get(5);
        CnnInspectorTest.assertFinite(read.inspect(picture), picture);
        CnnInspectorTest.assertFinite(read.combined().inspect(picture), picture);
    }

    private static void assertRefused(byte[] bytes) {
        assertThatThrownBy(() -> CnnModelFile.decode(bytes, "fuzz"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("fuzz: ")
                .hasMessageNotContainingAny("\n", "null");
    }
}
