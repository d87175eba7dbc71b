package io.github.boofdice;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.align.AlignmentStatus;
import java.util.List;
import java.util.Objects;

/**
 * What was found in one picture.
 *
 * @param verdict the answer: anomalous where the alignment failed, and where the score lies above the model's threshold, unless every place that differs was dismissed
 * @param score how far the picture is from the good ones: the raw score over its face's scale, dimensionless, at least 0; where a
 *     defect is gross it grows ten times slower; also given where the alignment failed
 * @param pValue the share of good pictures that the model expects to score at least as high, 0..1
 * @param face the name of the recognised face: the folder it was learned from (the lexically first, when several
 *     folders show one face)
 * @param symmetry how many turns of the face look alike: 1 for none, 2, 3, 4, ..., or 0 for a face that looks the same
 *     at every angle (then the pose has no theta)
 * @param pose where the face lies; one of the equivalent poses of a symmetric face
 * @param alignment how the search for the pose ended
 * @param residual what the alignment left unexplained, in grey levels of the band-pass of a typical good picture, at least 0; smaller is better
 * @param gain contrast of the picture over that of its face's typical good picture, dimensionless, positive
 * @param heatMap where the picture differs: what speaks for a defect at each pixel (how it deviates, its neighbours, and how rough its surroundings are), weighted, each over the limit of what good pictures show at that place; most good pictures stay below 1; same width and height as the picture, 0
 *     where nothing was compared. The score is the strongest filter's, not this map's. It belongs to the caller; the record does not copy it
 * @param regions the places that differ and count, the largest peak first; empty when none does
 * @param dismissed the places that differ but do not count, being too small, too faint, or of the polarity that the {@link Relevance} leaves out; the largest peak
 *     first
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/HeatMapAndRegions.html">Tutorial: heat map, regions and report</a>
 */
public record Inspection(
        Verdict verdict,
        double score,
        double pValue,
        String face,
        int symmetry,
        Pose pose,
        AlignmentStatus alignment,
        double residual,
        double gain,
        GrayF32 heatMap,
        List<DefectRegion> regions,
        List<DefectRegion> dismissed) {
    /**
     * Checks the numbers and copies the lists of regions.
     *
     * @throws IllegalArgumentException when the score is negative or not finite, the p-value is outside 0..1, the
     *     symmetry is negative, or a picture that did not align is called normal
     */
    public Inspection {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(face, "face");
        Objects.requireNonNull(pose, "pose");
        Objects.requireNonNull(alignment, "alignment");
        Objects.requireNonNull(heatMap, "heatMap");
        regions = List.copyOf(regions);
        dismissed = List.copyOf(dismissed);
        if (!(score >= 0) || Double.isInfinite(score)) {
            throw new IllegalArgumentException("score must be a finite number of at least 0 but is " + score);
        }
        if (!(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException("pValue must lie in 0..1 but is " + pValue);
        }
        if (symmetry < 0) {
            throw new IllegalArgumentException("symmetry must be 0 (free) or a rotational order but is " + symmetry);
        }
        if (verdict == Verdict.NORMAL && !alignment.converged()) {
            throw new IllegalArgumentException("a picture whose alignment is " + alignment + " cannot be normal");
        }
    }

    /**
     * Tells whether the verdict is anomalous.
     *
     * @return true for {@link Verdict#ANOMALOUS}
     */
    public boolean anomalous() {
        return verdict == Verdict.ANOMALOUS;
    }

    /**
     * Tells whether the pose can be trusted; where it cannot, the verdict is anomalous and {@link #alignment()} says why.
     *
     * @return true when the alignment converged, also when it is ambiguous
     */
    public boolean converged() {
        return alignment.converged();
    }

    /**
     * Says what was found in one sentence that a person can act on, for example {@code dark mark, 14 x 3 px, on the lower left of face
     * two; 9.1 times the limit; a good part looks like this less than once in 10,000}.
     *
     * <p>Of a picture that is normal only because what differs does not count, it says so and describes the first of the {@link #dismissed()}.
     *
     * <p>The first of the {@link #regions()} is described: its size in the picture's own pixels, and in which ninth of the face it lies as
     * seen, whichever way the part is turned. How rare it is among good parts is told down to once in 1,000,000. English, without a capital,
     * a full stop or a line break, whatever the locale and the face's name; the words may change between versions.
     *
     * @return one sentence
     */
    public String explain() {
        return Explanation.of(this);
    }
}
