package io.github.boofdice;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.cnn.Network;
import io.github.boofdice.decide.Calibration;
import io.github.boofdice.image.PixelDisc;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamField;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

/**
 * Judges pictures by a network that has learned on drawn defects what a defect looks like, wherever on the part and whatever part it is: it sees how an aligned picture deviates from its template.
 *
 * <pre>{@code
 * CnnInspector inspector = DiceInspector.builder().withNetwork().learn(Path.of("good"));
 * Inspection found = inspector.combined().inspect(Path.of("today.jpg"));
 * }</pre>
 *
 * <p>Faces, templates and poses are those of the {@link #difference} method; score, p-value, heat map and regions are the network's. The heat map is 0 where a cell of the face is as likely to be defective as the likeliest of a typical good picture, 1 at the threshold, in proportion to the logarithm of the odds between; the score is its maximum.
 *
 * <p>Immutable and safe for many threads: the same picture gets the same answer on each. Serialized form, of {@link #combined} too: the model file, as {@link #save} writes it; what is said there of a {@link DiceInspector} holds.
 *
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/Networks.html">Tutorial: networks</a>
 */
public final class CnnInspector implements Inspector, Serializable {
    private static final long serialVersionUID = 1L;

    /** None: the model file stands in the stream. */
    @SuppressWarnings("UnusedVariable") // Java looks for it
    private static final ObjectStreamField[] serialPersistentFields = {};

    /** Scores above this are anomalous, by the network and by both methods together. */
    public static final double THRESHOLD = 1;

    /** Log odds from a typical good picture to the threshold, at least: at a rate of a half there are none. */
    private static final double LEAST_WAY = 1e-3;

    private final DiceInspector difference;
    private final NetworkScorer scorer;
    private final List<PixelDisc> discs;
    private final List<Double> typical;
    private final Calibration calibration;

    /** @param typical of each face the log odds of a good picture */
    CnnInspector(DiceInspector difference, Network network, List<Double> typical, Calibration calibration) {
        this.difference = difference;
        this.typical = List.copyOf(typical);
        this.calibration = calibration;
        discs = difference.scored();
        scorer = new NetworkScorer(network, difference.learned(), discs);
    }

    /**
     * Loads what {@link #save} wrote; the result inspects bit for bit like what was saved.
     *
     * @param file the model file; not trusted
     * @return the inspector
     * @throws ModelFormatException if the file is truncated, altered, of a later version or no such model
     * @throws IOException if it cannot be read
     */
    public static CnnInspector load(Path file) throws IOException {
        return CnnModelFile.read(file);
    }

    /**
     * Tells whether a file is a model with a network.
     *
     * @param file the file
     * @return true where it begins as {@link #save} writes it; false for a model of {@link DiceInspector#save}, and where there is no file
     * @throws IOException if it cannot be read
     */
    public static boolean isModel(Path file) throws IOException {
        return CnnModelFile.isOne(file);
    }

    /**
     * Tells what the network was calibrated with.
     *
     * @return how the threshold of the log odds was found, in words
     */
    public String source() {
        return calibration.source();
    }

    /**
     * Saves templates, network and calibration; an existing file is replaced only once the new one is complete.
     *
     * @param file where to
     * @throws IOException if it cannot be written
     */
    public void save(Path file) throws IOException {
        CnnModelFile.write(this, file);
    }

    @Override
    public Inspection inspect(GrayF32 picture) {
        return judge(difference.look(picture));
    }

    Inspection judge(Look seen) {
        float[] odds = scorer.logOdds(seen);
        double zero = typical.get(seen.face());
        double way = Math.max(LEAST_WAY, StrictMath.log(calibration.threshold()));
        double most = NetworkScorer.most(odds) - zero;
        double pValue = DiceInspector.pValue(seen, calibration, StrictMath.exp(most));
        GrayF32 heat = scorer.plane(odds, zero, zero + way, discs.get(seen.face()));
        return difference.judge(seen, Math.max(0, most / way), THRESHOLD, pValue, heat, THRESHOLD, heat);
    }

    /**
     * The difference method alone, by the same templates.
     *
     * @return the inspector that this one rests on
     */
    public DiceInspector difference() {
        return difference;
    }

    /**
     * Both methods together: anomalous is what either of them rejects, each at half the stated rate, so that together they reject no more good pictures than stated (Bonferroni).
     *
     * <p>The score is the share of the way from a typical good picture to the threshold, in logarithms of the scores, of the method that has come farther: above 1 is anomalous. The heat map is the mean of both. Regions are the difference method's where it finds any.
     *
     * @return an inspector of both, serializable like this
     */
    public Inspector combined() {
        return new CombinedInspector(this);
    }

    /**
     * The same network over other templates, or another place to look at; what was learned of good pictures stays.
     *
     * @param other a {@link DiceInspector} made from {@link #difference} by saying where to look or what counts
     * @return a new inspector
     * @throws IllegalArgumentException if it has other faces
     */
    public CnnInspector over(DiceInspector other) {
        if (!names(other).equals(names(difference))) {
            throw new IllegalArgumentException(
                    "the other inspector has the faces " + names(other) + " but must have " + names(difference));
        }
        return new CnnInspector(other, network(), typical, calibration);
    }

    private static List<String> names(DiceInspector inspector) {
        return inspector.learned().faces().stream()
                .map(face -> face.template().name())
                .toList();
    }

    /**
     * The same under another false-reject rate, of the {@link #difference} method too.
     *
     * @param rate stated false-reject rate, in (0, 1)
     * @return a new inspector
     * @throws IllegalArgumentException if the rate lies outside (0, 1)
     */
    public CnnInspector withFalseRejectRate(double rate) {
        DiceInspector other = difference.with(
                difference.learned().with(difference.learned().calibration().at(rate)), difference.sources());
        return new CnnInspector(other, network(), typical, calibration.at(rate));
    }

    /**
     * Says what the network is.
     *
     * @return the network
     */
    public Network network() {
        return scorer.network();
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
        return SerializedInspector.of(this, false);
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

    List<Double> typical() {
        return typical;
    }

    Calibration calibration() {
        return calibration;
    }
}
