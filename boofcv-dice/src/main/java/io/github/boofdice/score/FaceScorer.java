package io.github.boofdice.score;

import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;

/**
 * Scores an aligned picture in the poses in which its face looks the same, and keeps the least. The search ends early at a pose that scores no more than a good
 * picture often does. Immutable; safe for many threads.
 */
public final class FaceScorer {
    /** A raw score that needs no second opinion. */
    private static final double ENOUGH = 4;

    private final VariationScorer scorer;
    private final int poses;
    private final double period;

    /**
     * @param template what good parts look like
     * @param limits how much evidence good pictures show against it
     * @param frame the size of its planes
     */
    public FaceScorer(Template template, EvidenceLimits limits, Frame frame) {
        scorer = new VariationScorer(template, limits, frame);
        poses = Math.max(1, template.symmetry());
        period = template.period();
    }

    /**
     * Compares.
     *
     * @param picture not modified
     * @param pose template to picture, in pixels of the frame
     * @param gain contrast of the picture over that of the template
     * @return the difference in the equivalent pose that scores least
     */
    public Scored compare(PictureLevels picture, RigidPose pose, double gain) {
        Scored least = null;
        for (int k = 0; k < poses && (least == null || least.difference().raw() > ENOUGH); k++) {
            RigidPose turned = pose.after(new RigidPose(0, 0, k * period));
            Difference difference = scorer.compare(picture, turned, gain);
            if (least == null || difference.raw() < least.difference().raw()) {
                least = new Scored(turned, difference);
            }
        }
        return least;
    }

    /**
     * A difference and the pose that it was seen in.
     *
     * @param pose template to picture, in pixels of the frame
     * @param difference in that pose
     */
    public record Scored(RigidPose pose, Difference difference) {}
}
