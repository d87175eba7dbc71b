package io.github.boofdice;

import boofcv.struct.image.GrayF32;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamField;
import java.io.Serializable;

/** Two methods over one look at the picture, each at half the rate. */
final class CombinedInspector implements Inspector, Serializable {
    private static final long serialVersionUID = 1L;

    /** None: the model file stands in the stream. */
    @SuppressWarnings("UnusedVariable") // Java looks for it
    private static final ObjectStreamField[] serialPersistentFields = {};

    private static final double LEAST_THRESHOLD = 1e-9;

    /** At the whole rate, as it is saved. */
    private final CnnInspector inspector;

    private final DiceInspector difference;
    private final CnnInspector network;

    CombinedInspector(CnnInspector inspector) {
        this.inspector = inspector;
        network = inspector.withFalseRejectRate(inspector.calibration().rate() / 2);
        difference = network.difference();
    }

    @Override
    public Inspection inspect(GrayF32 picture) {
        Look seen = difference.look(picture);
        Inspection first = difference.judge(seen);
        Inspection second = network.judge(seen);
        boolean anomalous = first.anomalous() || second.anomalous();
        Inspection shown = first.anomalous() || !second.anomalous() ? first : second;
        return new Inspection(
                anomalous ? Verdict.ANOMALOUS : Verdict.NORMAL,
                Math.max(way(first.score(), difference.threshold()), second.score()),
                Math.min(1, 2 * Math.min(first.pValue(), second.pValue())),
                first.face(),
                first.symmetry(),
                first.pose(),
                first.alignment(),
                first.residual(),
                first.gain(),
                mean(first.heatMap(), second.heatMap()),
                shown.regions(),
                shown.dismissed());
    }

    /** How far a score has come from 1, a typical good picture's, to the threshold. */
    private static double way(double score, double threshold) {
        return threshold > 1
                ? Math.max(0, StrictMath.log(Math.max(1, score)) / StrictMath.log(threshold))
                : score / Math.max(LEAST_THRESHOLD, threshold);
    }

    private static GrayF32 mean(GrayF32 a, GrayF32 b) {
        GrayF32 out = a.createSameShape();
        for (int i = 0; i < out.data.length; i++) {
            out.data[i] = (a.data[i] + b.data[i]) / 2;
        }
        return out;
    }

    @Override
    public boolean learnedFrom(FileFingerprint file) {
        return difference.learnedFrom(file);
    }

    /**
     * Hands over to the model file.
     *
     * @return what stands in the stream
     * @throws NotSerializableException if a model file would not hold all of this
     */
    private Object writeReplace() throws NotSerializableException {
        return SerializedInspector.of(inspector, true);
    }

    /**
     * Refuses fields.
     *
     * @param in not read
     * @throws InvalidObjectException always
     */
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw SerializedInspector.refused();
    }
}
