package io.github.boofdice;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;

/**
 * Stands for an inspector in a stream of Java objects: the bytes of its model file, read by what reads files. So no field of ours is part of any stream, and a stream is as little trusted as a file.
 */
final class SerializedInspector implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Written by hand: Java would set aside whatever length of an array a stream claims. */
    private transient byte[] model;
    /** Whether both methods judge, not the network alone. */
    private final boolean combined;

    private SerializedInspector(byte[] model, boolean combined) {
        this.model = model;
        this.combined = combined;
    }

    /** @throws NotSerializableException if the model file would not hold all of it */
    static SerializedInspector of(DiceInspector inspector) throws NotSerializableException {
        inspector.requireSavedWhole();
        return new SerializedInspector(encoded(() -> ModelFile.encode(inspector)), false);
    }

    /** Likewise. */
    static SerializedInspector of(CnnInspector inspector, boolean combined) throws NotSerializableException {
        inspector.difference().requireSavedWhole();
        return new SerializedInspector(encoded(() -> CnnModelFile.encode(inspector)), combined);
    }

    private interface Encoder {
        byte[] encode() throws IOException;
    }

    private static byte[] encoded(Encoder encoder) {
        try {
            return encoder.encode();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
    }

    /** What an inspector answers to a stream that holds its fields. */
    static InvalidObjectException refused() {
        return new InvalidObjectException("an inspector is read from its model file only, not from fields");
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeInt(model.length);
        out.write(model);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        int length = in.readInt();
        if (length < 0 || length > ModelEnvelope.MOST_BYTES) {
            throw new InvalidObjectException(
                    "the model must have 0.." + ModelEnvelope.MOST_BYTES + " bytes but is said to have " + length);
        }
        model = in.readNBytes(length); // it grows with what arrives
        if (model.length < length) {
            throw new InvalidObjectException("the model ends after " + model.length + " of " + length + " bytes");
        }
    }

    private Object readResolve() throws InvalidObjectException {
        String name = "serialized inspector";
        try {
            if (!CnnModelFile.isOne(model)) {
                return ModelFile.decode(model, name);
            }
            CnnInspector inspector = CnnModelFile.decode(model, name);
            return combined ? inspector.combined() : inspector;
        } catch (ModelFormatException e) {
            InvalidObjectException invalid = new InvalidObjectException(e.getMessage());
            invalid.initCause(e);
            throw invalid;
        }
    }
}
