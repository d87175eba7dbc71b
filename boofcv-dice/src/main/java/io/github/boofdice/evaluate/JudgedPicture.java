package io.github.boofdice.evaluate;

import io.github.boofdice.Inspection;
import io.github.boofdice.Pose;
import io.github.boofdice.Verdict;
import io.github.boofdice.align.AlignmentStatus;
import java.util.Objects;

/**
 * One picture of a labelled folder and what was found in it. The heat map and the regions are left behind: thousands of
 * them would not fit into memory.
 *
 * @param file the picture, relative to the evaluated folder, with '/' between the parts
 * @param truth what the folder says: {@code normal/} or {@code anomalous/}
 * @param run the number of the run of near-identical frames that it belongs to, from 0; see {@link FrameRuns}
 * @param verdict what the inspector says
 * @param score the inspector's score, dimensionless, at least 0
 * @param pValue the inspector's p-value, 0..1
 * @param face the recognised face
 * @param symmetry the face's rotational order, 0 for a face without an angle
 * @param pose where the face lies
 * @param alignment how the search for the pose ended
 */
public record JudgedPicture(
        String file,
        Verdict truth,
        int run,
        Verdict verdict,
        double score,
        double pValue,
        String face,
        int symmetry,
        Pose pose,
        AlignmentStatus alignment)
        implements ScoredPicture {
    /** Checks that nothing is missing. */
    public JudgedPicture {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(truth, "truth");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(face, "face");
        Objects.requireNonNull(pose, "pose");
        Objects.requireNonNull(alignment, "alignment");
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException("score of " + file + " must be a number but is NaN");
        }
    }

    /**
     * Notes what was found in a picture.
     *
     * @param file the picture, relative to the evaluated folder
     * @param truth what the folder says
     * @param run the run of near-identical frames that it belongs to
     * @param found what the inspector found
     * @return the picture with its truth
     */
    public static JudgedPicture of(String file, Verdict truth, int run, Inspection found) {
        return new JudgedPicture(
                file,
                truth,
                run,
                found.verdict(),
                found.score(),
                found.pValue(),
                found.face(),
                found.symmetry(),
                found.pose(),
                found.alignment());
    }

    /**
     * Tells whether the pose can be trusted.
     *
     * @return true when the alignment converged, also when it is ambiguous
     */
    public boolean converged() {
        return alignment.converged();
    }
}
