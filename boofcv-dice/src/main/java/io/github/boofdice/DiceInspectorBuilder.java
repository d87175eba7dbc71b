package io.github.boofdice;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.cnn.Network;
import io.github.boofdice.decide.Calibration;
import io.github.boofdice.io.GrayPictures;
import io.github.boofdice.learn.Learned;
import io.github.boofdice.learn.Learner;
import io.github.boofdice.learn.LimitMethod;
import io.github.boofdice.learn.Sample;
import io.github.boofdice.learn.UnlearnableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Learns a {@link DiceInspector} from good pictures.
 *
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/YourOwnPart.html">Tutorial: your own part</a>
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/ScoreAndThreshold.html">Tutorial: score and threshold</a>
 */
public final class DiceInspectorBuilder {
    private OptionalDouble rate = OptionalDouble.empty();
    private boolean extrapolate;
    private boolean labelled = true;
    private LimitMethod limits = LimitMethod.STANDARD;
    private double contamination;
    private ProgressListener progress = ProgressListener.SILENT;

    DiceInspectorBuilder() {}

    /**
     * States the false-reject rate: the share of good pictures that may be called anomalous.
     *
     * @param falseRejectRate in (0, 1); without this call max(0.001, 1 / (n + 1)) for n good pictures
     * @return this
     * @throws IllegalArgumentException if it lies outside (0, 1)
     */
    public DiceInspectorBuilder falseRejectRate(double falseRejectRate) {
        if (!(falseRejectRate > 0 && falseRejectRate < 1)) {
            throw new IllegalArgumentException("false-reject rate must lie between 0 and 1 but is " + falseRejectRate);
        }
        rate = OptionalDouble.of(falseRejectRate);
        return this;
    }

    /**
     * Allows a rate below 1 / (n + 1), which n pictures cannot vouch for: the threshold then rests on the fitted tail alone.
     *
     * @param allow true to allow it; the default is false
     * @return this
     */
    public DiceInspectorBuilder allowExtrapolation(boolean allow) {
        extrapolate = allow;
        return this;
    }

    /**
     * Says that the pictures are not sorted: folders mean nothing, the faces are found and named {@code group-1}, {@code group-2}, ... by size.
     *
     * @param notSorted true to find the faces; the default is false
     * @return this
     */
    public DiceInspectorBuilder unlabelled(boolean notSorted) {
        labelled = !notSorted;
        return this;
    }

    /**
     * Chooses how it is learned what good parts may show at each pixel.
     *
     * @param method the default is {@link LimitMethod#STANDARD}; {@link LimitMethod#DIRECT} learns from one picture a face, and its rate is that of copies of the pictures: more good parts will be rejected
     * @return this
     */
    public DiceInspectorBuilder limits(LimitMethod method) {
        limits = Objects.requireNonNull(method, "method");
        return this;
    }

    /**
     * Assumes that bad pictures lie among the good: the share with the highest cross-fitted scores, over all faces, is left out and named in {@link DiceInspector#info}, and the rest is learned anew, so that the
     * threshold is that of good pictures. Needs {@link LimitMethod#ROBUST}.
     *
     * @param share of the pictures, 0 (the default) or more and below 0.5; rounded to a whole number of pictures
     * @return this
     * @throws IllegalArgumentException if it lies outside [0, 0.5)
     */
    public DiceInspectorBuilder assumedContamination(double share) {
        if (!(share >= 0 && share < 0.5)) {
            throw new IllegalArgumentException(
                    "assumed contamination must be at least 0 and below 0.5 but is " + share);
        }
        contamination = share;
        return this;
    }

    /**
     * Hears how far learning has come.
     *
     * @param listener called on the learning thread
     * @return this
     */
    public DiceInspectorBuilder progress(ProgressListener listener) {
        progress = listener;
        return this;
    }

    /**
     * Goes on to an inspector that judges by a network too: the one in the library's jar, trained on drawn defects.
     *
     * @return a builder with these settings
     */
    public CnnInspectorBuilder withNetwork() {
        return withNetwork(PretrainedNetwork.get());
    }

    /**
     * Likewise, by another network.
     *
     * @param network as {@link DefectTraining} makes it: log odds of cells of an aligned picture's deviations
     * @return a builder with these settings
     * @throws IllegalArgumentException if it takes or makes anything else
     */
    public CnnInspectorBuilder withNetwork(Network network) {
        return new CnnInspectorBuilder(this, Objects.requireNonNull(network, "network"));
    }

    ProgressListener progress() {
        return progress;
    }

    /** The same settings but for the rate, which is the default. */
    DiceInspectorBuilder atAnyRate() {
        return new DiceInspectorBuilder()
                .unlabelled(!labelled)
                .limits(limits)
                .assumedContamination(contamination)
                .progress(progress);
    }

    /**
     * Learns from a folder.
     *
     * @param dir holds one subfolder a pose or face with good pictures in it, or a subfolder {@code normal} that holds those; files that
     *     cannot be read are left out and named in {@link DiceInspector#info}
     * @return the inspector
     * @throws LearningException if there is no such folder, it holds fewer than two readable pictures (direct limits: none), or the rate cannot be vouched for
     * @throws IllegalStateException if contamination is assumed and the limits are not robust
     * @throws IOException if the folder cannot be searched
     */
    public DiceInspector learn(Path dir) throws IOException {
        checkMethod();
        GoodFolder folder = GoodFolder.read(dir, progress);
        return learn(folder.pictures(), folder.fingerprints(), folder.unreadable(), dir.toString());
    }

    /**
     * Learns from pictures in memory.
     *
     * @param pictures good pictures, 32..4096 pixels a side; within a folder in the order in which they were taken
     * @return the inspector
     * @throws LearningException if there are fewer than two (direct limits: none), one is of another size or has levels outside 0..255, none can be aligned with another, or the rate
     *     cannot be vouched for
     * @throws IllegalStateException if contamination is assumed and the limits are not robust
     */
    public DiceInspector learn(List<GoodPicture> pictures) throws LearningException {
        return learn(pictures, Map.of(), List.of(), "the list of good pictures");
    }

    DiceInspector learn(
            List<GoodPicture> pictures,
            Map<String, FileFingerprint> fingerprints,
            List<Learned.LeftOut> unreadable,
            String from)
            throws LearningException {
        checkMethod();
        boolean direct = limits == LimitMethod.DIRECT;
        if (pictures.size() < (direct ? 1 : 2)) {
            throw new LearningException(from + ": holds " + pictures.size()
                    + " readable picture(s) but learning needs at least "
                    + (direct ? "1" : "2, one to learn from and one to calibrate with"));
        }
        if (!direct) {
            checkRate(pictures.size(), from);
        }
        List<Sample> samples = new ArrayList<>();
        for (GoodPicture picture : pictures) {
            samples.add(new Sample(picture.name(), picture.folder(), checked(picture)));
        }
        try {
            Learned learned = new Learner(progress::progress, limits, contamination).learn(samples, labelled, rate);
            checkRate(learned.calibration().size(), from);
            Map<String, FileFingerprint> learnedFrom = new HashMap<>(fingerprints);
            learned.leftOut().forEach(p -> learnedFrom.remove(p.name()));
            List<Learned.LeftOut> leftOut = new ArrayList<>(unreadable);
            leftOut.addAll(learned.leftOut());
            return new DiceInspector(learned.leavingOut(leftOut), Set.copyOf(learnedFrom.values()));
        } catch (UnlearnableException e) {
            throw new LearningException(from + ": " + e.getMessage());
        }
    }

    private void checkMethod() {
        if (contamination > 0 && limits != LimitMethod.ROBUST) {
            throw new IllegalStateException("an assumed contamination of " + contamination
                    + " needs robust limits, but they are " + limits.word());
        }
    }

    /** A stated rate must be one that {@code n} scores can vouch for; a tail needs more than ten to be fitted at all. */
    private void checkRate(int n, String from) throws LearningException {
        double least = Calibration.leastRate(n);
        if (rate.isEmpty() || rate.getAsDouble() >= least) {
            return;
        }
        if (!extrapolate || n <= Calibration.FEWEST_FOR_A_TAIL) {
            throw new LearningException(String.format(
                    Locale.ROOT,
                    "%s: %d good pictures cannot vouch for a false-reject rate of %s (at least 1/%d); give more pictures%s",
                    from,
                    n,
                    rate.getAsDouble(),
                    n + 1,
                    extrapolate
                            ? ": a tail needs more than " + Calibration.FEWEST_FOR_A_TAIL
                            : ", a higher rate, or allow extrapolation"));
        }
    }

    private static GrayF32 checked(GoodPicture picture) throws LearningException {
        try {
            return GrayPictures.fromBoof(picture.picture());
        } catch (IllegalArgumentException e) {
            throw new LearningException(picture.name() + ": " + e.getMessage());
        }
    }
}
