package io.github.boofdice.align;

/**
 * How the search for the template, the angle and the shift of a picture ended.
 *
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/HowAlignmentWorks.html">Tutorial: how alignment works</a>
 */
public enum AlignmentStatus {
    /** One pose explains the picture better than any other, and the refinement settled there. */
    CONVERGED,

    /**
     * The refinement settled, but another pose that is not a symmetry of the template explains the picture about as
     * well: the pose is one of two, and counts as converged.
     */
    AMBIGUOUS,

    /** The picture shows too little structure to be aligned with anything (wholly black, white or flat). */
    LOW_TEXTURE,

    /** The best pose lies so far from the middle (12 of 128 pixels) that part of the face may lie outside the picture. */
    LOW_OVERLAP,

    /** The refinement wandered off, or ended at a contrast that no picture of the template has. */
    DIVERGED;

    /**
     * Tells whether the pose can be trusted.
     *
     * @return true for {@link #CONVERGED} and {@link #AMBIGUOUS}
     */
    public boolean converged() {
        return this == CONVERGED || this == AMBIGUOUS;
    }
}
