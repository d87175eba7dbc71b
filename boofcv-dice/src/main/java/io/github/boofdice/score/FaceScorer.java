package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;
import org.jspecify.annotations.Nullable;

/** Scores an aligned picture in the poses in which its face looks the same, and keeps the least. Immutable; safe for many threads. */
public final class FaceScorer {
    /** Below this share of the rejecting score the other poses are not tried. */
    private static final double SETTLED = 0.9;

    private final VariationScorer scorer;
    private final int poses;
    private final double period;

    /**
     * Scores all of the frame's scored disc.
     *
     * @param template what good parts look like
     * @param limits how much evidence good pictures show against it
     * @param frame the size of its planes
     */
    public FaceScorer(Template template, EvidenceLimits limits, Frame frame) {
        this(template, limits, frame, PixelDisc.scored(frame));
    }

    /**
     * Makes a face ready to be compared with.
     *
     * @param template what good parts look like
     * @param limits how much evidence good pictures show against it
     * @param frame the size of its planes
     * @param scored the pixels whose evidence counts, in the template's pose; with one pixel all its turns by the face's symmetry, since those poses cannot be told apart
     */
    public FaceScorer(Template template, EvidenceLimits limits, Frame frame, PixelDisc scored) {
        scorer = new VariationScorer(template, limits, frame, scored);
        poses = Math.max(1, template.symmetry());
        period = template.period();
    }

    /**
     * Compares.
     *
     * @param picture not modified
     * @param pose template to picture, in pixels of the frame
     * @param gain contrast of the picture over that of the template
     * @param rejects raw score above which the picture will be rejected: a pose that scores well below it settles that, and its equals are not tried; 0 tries all
     * @param memory of the same frame
     * @return the difference in the equivalent pose that scores least, of those tried; the next call with the same memory overwrites it
     */
    public Scored compare(PictureLevels picture, RigidPose pose, double gain, double rejects, Memory memory) {
        RigidPose best = turned(pose, 0);
        double least = scorer.compare(picture, best, gain, memory.evidence, memory.map);
        for (int k = 1; k < poses && least > SETTLED * rejects; k++) {
            RigidPose turned = turned(pose, k);
            Evidence other = memory.other();
            double raw = scorer.compare(picture, turned, gain, least, other, memory.otherMap);
            if (raw < least) {
                least = raw;
                best = turned;
                memory.swap(other);
            }
        }
        scorer.locate(memory.evidence, memory.heat);
        return new Scored(best, new Difference(least, memory.map, memory.heat));
    }

    /** What one thread works on, and what it gets. */
    public static final class Memory {
        private Evidence evidence;
        private GrayF32 map;
        /** Made when it is first needed: few pictures are looked at in a second pose. */
        private @Nullable Evidence otherEvidence;

        private GrayF32 otherMap;
        private final GrayF32 heat;
        private final Frame frame;

        /**
         * Makes the memory of one thread.
         *
         * @param frame of the pictures to come
         */
        public Memory(Frame frame) {
            this.frame = frame;
            evidence = new Evidence(frame);
            map = new GrayF32(frame.width(), frame.height());
            otherMap = map.createSameShape();
            heat = map.createSameShape();
        }

        private Evidence other() {
            if (otherEvidence == null) {
                otherEvidence = new Evidence(frame);
            }
            return otherEvidence;
        }

        private void swap(Evidence other) {
            otherEvidence = evidence;
            evidence = other;
            GrayF32 lastMap = map;
            map = otherMap;
            otherMap = lastMap;
        }
    }

    /**
     * Compares filter by filter in all poses in which the face looks the same.
     *
     * @param picture not modified
     * @param pose template to picture, in pixels of the frame
     * @param gain contrast of the picture over that of the template
     * @param evidence of the same frame, for the planes to work on
     * @return of each equivalent pose the strongest evidence of each filter, in limits
     */
    public double[][] strongest(PictureLevels picture, RigidPose pose, double gain, Evidence evidence) {
        double[][] out = new double[poses][];
        for (int k = 0; k < poses; k++) {
            out[k] = scorer.strongest(picture, turned(pose, k), gain, evidence);
        }
        return out;
    }

    private RigidPose turned(RigidPose pose, int k) {
        return pose.after(new RigidPose(0, 0, k * period));
    }

    /**
     * A difference and the pose that it was seen in.
     *
     * @param pose template to picture, in pixels of the frame
     * @param difference in that pose
     */
    public record Scored(RigidPose pose, Difference difference) {}
}
