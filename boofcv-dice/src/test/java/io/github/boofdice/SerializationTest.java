package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.score.Polarity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Inspectors in streams of Java objects: their model files, as little trusted as files are. */
class SerializationTest {
    private static final byte[] LETTERS = "BOOFDICE".getBytes(StandardCharsets.US_ASCII);

    static List<Inspector> inspectors() {
        return List.of(SmallModel.INSPECTOR, SmallCnn.INSPECTOR, SmallCnn.INSPECTOR.combined());
    }

    @ParameterizedTest
    @MethodSource("inspectors")
    void whatIsReadInspectsBitForBitLikeWhatWasWritten(Inspector inspector) throws Exception {
        Inspector read = (Inspector) read(written(inspector));

        assertThat(read).isInstanceOf(inspector.getClass()).isNotSameAs(inspector);
        for (GrayF32 picture : SmallCnn.pictures()) {
            assertThat(read.inspect(picture))
                    .usingRecursiveComparison()
                    .withEqualsForType(Double::equals, Double.class)
                    .withEqualsForType((a, b) -> Arrays.equals(a.data, b.data), GrayF32.class)
                    .isEqualTo(inspector.inspect(picture));
        }
    }

    @Test
    void theStreamHoldsTheModelFileAndLittleElse() throws IOException {
        byte[] model = ModelFile.encode(SmallModel.INSPECTOR);
        byte[] stream = written(SmallModel.INSPECTOR);

        assertThat(indexOf(stream, Arrays.copyOf(model, ModelBytes.HEADER))).isPositive();
        assertThat(stream.length).isBetween(model.length, model.length + model.length / 100 + 200);
    }

    @Test
    void whatTheModelFileDoesNotKeepIsNotLostWithoutAWord() {
        String face = SmallModel.INSPECTOR.info().faces().get(0).name();
        GrayF32 mask = new GrayF32(SmallModel.SIDE, SmallModel.SIDE);
        for (int y = 20; y < 28; y++) {
            Arrays.fill(mask.data, y * mask.width + 20, y * mask.width + 28, 255);
        }
        RegionOfInterest region = RegionOfInterest.ofMask(mask);
        DiceInspector narrowed = SmallModel.INSPECTOR.ignoring(face, region);
        List<Object> partial = List.of(
                narrowed,
                SmallModel.INSPECTOR.withRelevance(Relevance.EVERYTHING.only(Polarity.DARK)),
                SmallCnn.INSPECTOR.over(SmallCnn.INSPECTOR.difference().ignoring(face, region)),
                SmallCnn.INSPECTOR
                        .over(SmallCnn.INSPECTOR.difference().ignoring(face, region))
                        .combined());

        assertThat(partial)
                .allSatisfy(inspector -> assertThatThrownBy(() -> written(inspector))
                        .isInstanceOf(NotSerializableException.class)
                        .hasMessageContaining("say it where it arrives"));
    }

    /** Any byte of the model, in any of its fields: the checksums tell. */
    @Test
    void anAlteredModelIsRefusedInWords() throws IOException {
        byte[] stream = written(SmallModel.INSPECTOR);
        int model = indexOf(stream, LETTERS);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 50; i++) {
            byte[] altered = stream.clone();
            // Behind the head of a block of the stream, which is not ours.
            altered[model + random.nextInt(ModelBytes.HEADER - 12, 900)] ^= 4;
            assertThatThrownBy(() -> read(altered))
                    .isInstanceOf(InvalidObjectException.class)
                    .hasMessage("serialized inspector: truncated or altered (checksum does not match)");
        }
    }

    @Test
    void aModelThatIsCutShortIsRefused() throws IOException {
        byte[] stream = written(SmallModel.INSPECTOR);
        for (int length : new int[] {stream.length / 2, stream.length - 3, 200, 20}) {
            assertThatThrownBy(() -> read(Arrays.copyOf(stream, length)))
                    .isInstanceOfAny(ObjectStreamException.class, EOFException.class);
        }
    }

    /** In a Java of 64 MiB: half a gigabyte that is said to follow is not set aside before it comes. */
    @Test
    @Tag("bounded-memory")
    void aLengthThatIsALieIsRefused() throws IOException {
        byte[] stream = written(SmallModel.INSPECTOR);
        int length = indexOf(stream, LETTERS) - Integer.BYTES;
        for (int lie : new int[] {-1, Integer.MAX_VALUE, (int) ModelEnvelope.MOST_BYTES, 0, 7}) {
            ByteBuffer.wrap(stream).putInt(length, lie);
            assertThatThrownBy(() -> read(stream)).isInstanceOf(InvalidObjectException.class);
        }
    }

    /** A stream made by hand, in which the class itself stands instead of what stands for it. */
    @ParameterizedTest
    @MethodSource("inspectors")
    void fieldsInsteadOfAModelFileAreRefused(Inspector inspector) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ObjectOutputStream out = new ObjectOutputStream(bytes) {
            @Override
            protected void writeClassDescriptor(ObjectStreamClass written) throws IOException {
                super.writeClassDescriptor(ObjectStreamClass.lookup(inspector.getClass()));
            }
        };
        out.writeObject(new Stand());
        out.close();

        assertThatThrownBy(() -> read(bytes.toByteArray()))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageContaining("model file only");
    }

    /** Without fields, like what it is given out for. */
    private static final class Stand implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    private static byte[] written(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] stream) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stream))) {
            return in.readObject();
        }
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int at = 0; at <= all.length - part.length; at++) {
            if (Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new AssertionError("not found");
    }
}
