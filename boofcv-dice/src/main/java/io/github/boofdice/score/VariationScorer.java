package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;

/**
 * Scores an aligned picture against one template: at each pixel the evidence of each filter, less what is usual there, over how much it strays; the greatest inside
 * the scored disc. Immutable; safe for many threads.
 */
public final class VariationScorer {
    /**
     * Spreads added to every stray: what a speck of dust may add. Chosen on {@code original} alone, on defects and specks painted over held-out good pictures: more
     * tolerates more dust and finds fewer scratches.
     */
    private static final float FLOOR = 0.2f;

    private final DeviationMap deviations;
    private final Evidence evidence;
    private final PixelDisc scored;
    private final float[][] usual = new float[Evidence.FILTERS][];
    private final float[][] over = new float[Evidence.FILTERS][];

    /** Scores all of the frame's scored disc. */
    VariationScorer(Template template, EvidenceLimits limits, Frame frame) {
        this(template, limits, frame, PixelDisc.scored(frame));
    }

    /**
     * @param template what good parts look like
     * @param limits how much evidence good pictures show against it
     * @param frame the size of its planes
     * @param scored the pixels whose evidence counts
     */
    public VariationScorer(Template template, EvidenceLimits limits, Frame frame, PixelDisc scored) {
        this.scored = scored;
        deviations = new DeviationMap(template, frame);
        evidence = new Evidence(frame);
        for (int f = 0; f < Evidence.FILTERS; f++) {
            GrayF32 most = Limits.dilate(limits.usual().get(f), 2 * frame.unit());
            GrayF32 wide = Limits.dilate(limits.stray().get(f), 2 * frame.unit());
            usual[f] = new float[scored.size()];
            over[f] = new float[scored.size()];
            for (int i = 0; i < scored.size(); i++) {
                usual[f][i] = most.data[scored.index(i)];
                over[f][i] = 1 / (wide.data[scored.index(i)] + FLOOR);
            }
        }
    }

    /**
     * Compares.
     *
     * @param picture not modified
     * @param pose template to picture, in pixels of the frame
     * @param gain contrast of the picture over that of the template
     */
    public Difference compare(PictureLevels picture, RigidPose pose, double gain) {
        GrayF32 deviation = deviations.of(picture, pose, gain);
        GrayF32[] maps = evidence.of(deviation);
        GrayF32 map = deviation.createSameShape();
        float raw = 0;
        for (int i = 0; i < scored.size(); i++) {
            int at = scored.index(i);
            float most = 0;
            for (int f = 0; f < Evidence.FILTERS; f++) {
                most = Math.max(most, (maps[f].data[at] - usual[f][i]) * over[f][i]);
            }
            map.data[at] = most;
            raw = Math.max(raw, most);
        }
        return new Difference(raw, map);
    }
}
