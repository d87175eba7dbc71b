package io.github.boofdice;

import io.github.boofdice.cnn.Network;
import io.github.boofdice.cnn.NetworkFormatException;
import io.github.boofdice.decide.Calibration;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A model with a network: the bytes of the model without, the network's, and what it says of good pictures. */
final class CnnModelFile {
    private static final ModelEnvelope ENVELOPE = new ModelEnvelope("BOOFDCNN", 3);
    /** The odds of the surest defect over those of the surest good picture. */
    private static final double MOST_SCORE = StrictMath.exp(2 * NetworkScorer.MOST);

    private CnnModelFile() {}

    static void write(CnnInspector inspector, Path file) throws IOException {
        ModelEnvelope.write(encode(inspector), file);
    }

    static byte[] encode(CnnInspector inspector) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        writePart(out, ModelFile.encode(inspector.difference()));
        writePart(out, inspector.network().bytes());
        for (double log : inspector.typical()) {
            out.writeDouble(log);
        }
        ModelFile.writeCalibration(out, inspector.calibration());
        return ENVELOPE.seal(bytes.toByteArray());
    }

    private static void writePart(DataOutputStream out, byte[] part) throws IOException {
        out.writeInt(part.length);
        out.write(part);
    }

    /** Whether bytes begin as such a model does. */
    static boolean isOne(byte[] bytes) {
        return ENVELOPE.opens(bytes);
    }

    static boolean isOne(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return isOne(in.readNBytes(Long.BYTES));
        }
    }

    static CnnInspector read(Path file) throws IOException {
        byte[] bytes = ModelEnvelope.read(file);
        if (!isOne(bytes)) {
            ModelFile.decode(bytes, file.toString());
            throw new ModelFormatException(file + ": a model without a network; learn one with it");
        }
        return decode(bytes, file.toString());
    }

    static CnnInspector decode(byte[] bytes, String name) throws ModelFormatException {
        return ENVELOPE.open(bytes, name, CnnModelFile::body);
    }

    private static CnnInspector body(ByteBuffer in) {
        try {
            DiceInspector difference = ModelFile.decode(part(in), "its templates");
            Network network = Network.decode(part(in), "its network");
            List<Double> typical = new ArrayList<>();
            for (int f = 0; f < difference.learned().faces().size(); f++) {
                double log = in.getDouble();
                if (!(Math.abs(log) <= NetworkScorer.MOST)) {
                    throw new IllegalArgumentException("log odds of a good picture are " + log);
                }
                typical.add(log);
            }
            Calibration calibration = ModelFile.calibration(in, MOST_SCORE);
            return new CnnInspector(difference, network, typical, calibration);
        } catch (ModelFormatException | NetworkFormatException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static byte[] part(ByteBuffer in) {
        byte[] part = new byte[ModelFile.count(in, 1, "bytes")];
        in.get(part);
        return part;
    }
}
