package io.github.boofdice.learn;

import java.util.Locale;

/**
 * How it is learned what good parts of a face may show at each pixel. With every method the limit widens where the template has an edge, by the gradient times the uncertainty of the pose, so that edges need no
 * tolerance of their own.
 *
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/YourOwnPart.html">Tutorial: your own part</a>
 */
public enum LimitMethod {
    /** From all good pictures: root mean squares and high power means of what they show, held out. One round looks for bad pictures among the good. */
    STANDARD,
    /**
     * Where bad pictures may lie among the good: spreads are median absolute deviations, which a minority does not widen, and pictures that score beyond a bound which such a minority does not move are left out
     * before limits and threshold are learned, again and again until none is left (P. J. Rousseeuw, K. Van Driessen, "A Fast Algorithm for the Minimum Covariance Determinant Estimator", 1999,
     * doi:10.1080/00401706.1999.10485670, concentrates in this way).
     */
    ROBUST,
    /** From one good picture a face, or very few: nothing is counted, limits follow from the edges of the template, a stated uncertainty of the pose and a stated grain; the threshold from copies of the pictures, turned and as another
     * capture might show them. */
    DIRECT;

    /** {@return its name in small letters, as the command line writes it} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
