package io.github.boofdice;

import io.github.boofdice.learn.LimitMethod;
import java.util.List;
import java.util.Objects;

/**
 * What a model knows about itself: from what it was learned, and where its threshold comes from.
 *
 * @param libraryVersion the version of the library that learned it
 * @param frameWidth width of the model's frame in pixels: the median width of the pictures learned from, 32..512
 * @param frameHeight height of the model's frame in pixels: the median height of the pictures learned from
 * @param faces the faces it knows, sorted by name
 * @param calibrationScores from how many cross-fitted scores of good pictures the threshold was set
 * @param failedAlignments how many good pictures could not be aligned when they were held out; they count as rejected
 *     but set no threshold
 * @param falseRejectRate the share of good pictures that the threshold is meant to reject, 0..1
 * @param threshold the score above which a picture is anomalous, dimensionless
 * @param thresholdSource how the threshold was found, in words: an order statistic, a fitted tail, or an extrapolation
 * @param laterPictures how many later good pictures it was recalibrated with; 0 where it was not
 * @param laterFactor by which the scores learned were multiplied while recalibrating; 1 where they were not
 * @param limits how it was learned what good pictures may show at each pixel
 * @param excluded pictures that lay among the good ones but were not learned from
 */
public record ModelInfo(
        String libraryVersion,
        int frameWidth,
        int frameHeight,
        List<FaceInfo> faces,
        int calibrationScores,
        int failedAlignments,
        double falseRejectRate,
        double threshold,
        String thresholdSource,
        int laterPictures,
        double laterFactor,
        LimitMethod limits,
        List<ExcludedPicture> excluded) {
    /** Checks that nothing is missing and copies the lists. */
    public ModelInfo {
        Objects.requireNonNull(libraryVersion, "libraryVersion");
        Objects.requireNonNull(thresholdSource, "thresholdSource");
        Objects.requireNonNull(limits, "limits");
        faces = List.copyOf(faces);
        excluded = List.copyOf(excluded);
    }

    /**
     * The same with the threshold of another method over the same templates.
     *
     * @param other scores of that method above this are anomalous
     * @param source how it was found, in words
     * @return a new summary
     */
    public ModelInfo withThreshold(double other, String source) {
        return new ModelInfo(
                libraryVersion,
                frameWidth,
                frameHeight,
                faces,
                calibrationScores,
                failedAlignments,
                falseRejectRate,
                other,
                source,
                laterPictures,
                laterFactor,
                limits,
                excluded);
    }

    /**
     * Counts the pictures learned from.
     *
     * @return the sum over all faces
     */
    public int pictures() {
        return faces.stream().mapToInt(FaceInfo::pictures).sum();
    }
}
