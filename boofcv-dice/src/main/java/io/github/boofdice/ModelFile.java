package io.github.boofdice;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.decide.Calibration;
import io.github.boofdice.decide.Trait;
import io.github.boofdice.decide.Traits;
import io.github.boofdice.image.Frame;
import io.github.boofdice.learn.Learned;
import io.github.boofdice.learn.LearnedFace;
import io.github.boofdice.learn.LimitMethod;
import io.github.boofdice.score.Evidence;
import io.github.boofdice.score.EvidenceLimits;
import io.github.boofdice.template.Template;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What stands in the {@linkplain ModelEnvelope envelope} of a model. Every count is held against the bytes that are left before anything is allocated, and every picture plane has the frame's size.
 *
 * <p>Tests keep a file of each format that a release may have written ({@code OldModelsTest}). What is read of an older format judges as this library judges, not as the old one did.
 */
final class ModelFile {
    private static final ModelEnvelope ENVELOPE = new ModelEnvelope("BOOFDICE", 5);
    private static final double LEAST_SCALE = 1e-6;
    private static final int MOST_ORDER = 12;
    private static final double MOST_LEVEL = 1024;
    private static final double MOST_SCORE = 1e9;
    private static final int MOST_TEXT = 1 << 16;

    /** In the order in which the file holds them: a trait that is added later belongs to a later format. */
    private static final List<Trait> TRAITS =
            List.of(Trait.SCORE, Trait.RESIDUAL, Trait.CONTRAST, Trait.RIGHT, Trait.DOWN, Trait.TURN);

    /** By the number that the file holds. */
    private static final List<LimitMethod> LIMITS =
            List.of(LimitMethod.STANDARD, LimitMethod.ROBUST, LimitMethod.DIRECT);

    private ModelFile() {}

    static void write(DiceInspector inspector, Path file) throws IOException {
        ModelEnvelope.write(encode(inspector), file);
    }

    /** The file's bytes. */
    static byte[] encode(DiceInspector inspector) throws IOException {
        return ENVELOPE.seal(body(inspector));
    }

    private static byte[] body(DiceInspector inspector) throws IOException {
        Learned learned = inspector.learned();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(learned.frame().width());
        out.writeInt(learned.frame().height());
        out.writeInt(learned.faces().size());
        for (LearnedFace face : learned.faces()) {
            writeText(out, face.template().name());
            out.writeInt(face.folders().size());
            for (String folder : face.folders()) {
                writeText(out, folder);
            }
            out.writeInt(face.pictures());
            out.writeDouble(face.scale());
            out.writeDouble(face.gain());
            out.writeInt(face.template().symmetry());
            writePlane(out, face.template().grey());
            writePlane(out, face.template().centre());
            writePlane(out, face.template().spreadLight());
            writePlane(out, face.template().spreadDark());
            for (int f = 0; f < Evidence.FILTERS; f++) {
                writePlane(out, face.limits().light().get(f));
                writePlane(out, face.limits().dark().get(f));
            }
            writePlane(out, face.limits().usualTexture());
            writeTraits(out, face.traits());
        }
        writeCalibration(out, learned.calibration());
        out.writeByte(LIMITS.indexOf(learned.limits()));
        out.writeInt(learned.leftOut().size());
        for (Learned.LeftOut picture : learned.leftOut()) {
            writeText(out, picture.name());
            writeText(out, picture.reason());
            out.writeBoolean(picture.readable());
        }
        long[] sources = inspector.sources().stream()
                .mapToLong(FileFingerprint::value)
                .sorted()
                .toArray();
        out.writeInt(sources.length);
        for (long source : sources) {
            out.writeLong(source);
        }
        writeText(out, learned.libraryVersion());
        return bytes.toByteArray();
    }

    static void writeCalibration(DataOutputStream out, Calibration calibration) throws IOException {
        out.writeDouble(calibration.rate());
        out.writeInt(calibration.failed());
        out.writeBoolean(calibration.heldOut());
        out.writeInt(calibration.level().pictures());
        out.writeDouble(calibration.level().factor());
        double[] scores = calibration.scores();
        out.writeInt(scores.length);
        for (double score : scores) {
            out.writeDouble(score);
        }
    }

    private static void writeTraits(DataOutputStream out, List<Traits> traits) throws IOException {
        out.writeInt(traits.size());
        for (Traits one : traits) {
            for (Trait trait : TRAITS) {
                out.writeDouble(one.get(trait));
            }
        }
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void writePlane(DataOutputStream out, GrayF32 plane) throws IOException {
        for (int y = 0; y < plane.height; y++) {
            for (int x = 0; x < plane.width; x++) {
                out.writeFloat(plane.data[plane.startIndex + y * plane.stride + x]);
            }
        }
    }

    static DiceInspector read(Path file) throws IOException {
        byte[] bytes = ModelEnvelope.read(file);
        return CnnModelFile.isOne(bytes)
                ? CnnModelFile.decode(bytes, file.toString()).difference()
                : decode(bytes, file.toString());
    }

    /** Reads a model from bytes; {@code name} stands in messages. */
    static DiceInspector decode(byte[] bytes, String name) throws ModelFormatException {
        return ENVELOPE.open(bytes, name, ModelFile::body);
    }

    private static DiceInspector body(ByteBuffer in) {
        Frame frame = new Frame(in.getInt(), in.getInt());
        List<LearnedFace> faces = new ArrayList<>();
        int planeBytes = Float.BYTES * frame.width() * frame.height();
        for (int left = count(in, (5 + 2 * Evidence.FILTERS) * planeBytes, "faces"); left > 0; left--) {
            faces.add(face(in, frame));
        }
        if (faces.isEmpty()) {
            throw new IllegalArgumentException("no faces");
        }
        Calibration calibration = calibration(in, MOST_SCORE);
        LimitMethod limits = limitMethod(in.get());
        List<Learned.LeftOut> leftOut = new ArrayList<>();
        for (int left = count(in, 2 * Integer.BYTES + 1, "pictures left out"); left > 0; left--) {
            leftOut.add(new Learned.LeftOut(text(in), text(in), in.get() != 0));
        }
        Set<FileFingerprint> sources = new HashSet<>();
        for (int left = count(in, Long.BYTES, "fingerprints"); left > 0; left--) {
            sources.add(new FileFingerprint(in.getLong()));
        }
        String version = text(in);
        return new DiceInspector(new Learned(version, frame, faces, calibration, limits, leftOut), sources);
    }

    static Calibration calibration(ByteBuffer in, double mostScore) {
        double rate = in.getDouble();
        int failed = in.getInt();
        if (failed < 0) {
            throw new IllegalArgumentException("failed alignments is " + failed);
        }
        boolean heldOut = in.get() != 0;
        Calibration.Level level = new Calibration.Level(in.getInt(), in.getDouble());
        double[] scores = new double[count(in, Double.BYTES, "scores")];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = in.getDouble();
            if (!(scores[i] >= 0 && scores[i] <= mostScore)) {
                throw new IllegalArgumentException("a score is " + scores[i]);
            }
        }
        return new Calibration(scores, failed, rate, heldOut, level);
    }

    private static LimitMethod limitMethod(int number) {
        if (number < 0 || number >= LIMITS.size()) {
            throw new IllegalArgumentException("the method of the limits is " + number);
        }
        return LIMITS.get(number);
    }

    private static LearnedFace face(ByteBuffer in, Frame frame) {
        String name = text(in);
        List<String> folders = new ArrayList<>();
        for (int left = count(in, Integer.BYTES, "folders"); left > 0; left--) {
            folders.add(text(in));
        }
        int pictures = in.getInt();
        double scale = in.getDouble();
        double gain = in.getDouble();
        int symmetry = in.getInt();
        if (pictures < 1
                || !(scale >= LEAST_SCALE && scale <= 1 / LEAST_SCALE)
                || !(gain >= LEAST_SCALE && gain <= 1 / LEAST_SCALE)
                || symmetry < 0
                || symmetry > MOST_ORDER) {
            throw new IllegalArgumentException(
                    "face of " + pictures + " pictures, scale " + scale + ", gain " + gain + ", symmetry " + symmetry);
        }
        Template template = new Template(
                name, plane(in, frame), plane(in, frame), spreads(in, frame), spreads(in, frame), symmetry);
        List<GrayF32> light = new ArrayList<>();
        List<GrayF32> dark = new ArrayList<>();
        for (int f = 0; f < Evidence.FILTERS; f++) {
            light.add(limits(in, frame));
            dark.add(limits(in, frame));
        }
        EvidenceLimits limits = new EvidenceLimits(light, dark, spreads(in, frame));
        return new LearnedFace(template, limits, folders, pictures, scale, gain, traits(in));
    }

    private static List<Traits> traits(ByteBuffer in) {
        Traits[] traits = new Traits[count(in, TRAITS.size() * Double.BYTES, "traits")];
        for (int i = 0; i < traits.length; i++) {
            traits[i] = new Traits(
                    in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble());
        }
        return List.of(traits);
    }

    /** A count of things that take at least {@code bytesEach} bytes: never more than can still be there. */
    static int count(ByteBuffer in, int bytesEach, String what) {
        int count = in.getInt();
        if (count < 0 || (long) count * bytesEach > in.remaining()) {
            throw new IllegalArgumentException(count + " " + what + " do not fit into " + in.remaining() + " bytes");
        }
        return count;
    }

    private static String text(ByteBuffer in) {
        int length = count(in, 1, "letters");
        if (length > MOST_TEXT) {
            throw new IllegalArgumentException("a text of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static GrayF32 spreads(ByteBuffer in, Frame frame) {
        return plane(in, frame, 0, "spread");
    }

    private static GrayF32 limits(ByteBuffer in, Frame frame) {
        return plane(in, frame, LEAST_SCALE, "limit");
    }

    private static GrayF32 plane(ByteBuffer in, Frame frame) {
        return plane(in, frame, -MOST_LEVEL, "pixel");
    }

    /** A plane whose values are not below {@code least}; in one loop, since most programs that judge one picture end before it is compiled well. */
    private static GrayF32 plane(ByteBuffer in, Frame frame, double least, String what) {
        if ((long) frame.width() * frame.height() * Float.BYTES > in.remaining()) {
            throw new IllegalArgumentException("a plane does not fit into " + in.remaining() + " bytes");
        }
        GrayF32 plane = new GrayF32(frame.width(), frame.height());
        in.asFloatBuffer().get(plane.data);
        in.position(in.position() + Float.BYTES * plane.data.length);
        for (float value : plane.data) {
            if (!(value >= least && value <= MOST_LEVEL)) {
                throw new IllegalArgumentException(
                        "a " + (Math.abs(value) <= MOST_LEVEL ? what : "pixel") + " is " + value);
            }
        }
        return plane;
    }
}
