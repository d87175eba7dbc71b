package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;
import java.util.Arrays;
import java.util.List;

/**
 * Scores an aligned picture against one template: at each pixel the evidence of each filter over how much good pictures show there at most; the greatest inside the scored disc. Immutable; safe for
 * many threads, each with an {@link Evidence} of its own.
 */
public final class VariationScorer {
    private final Deviation deviation;
    private final float[][] overLight;
    private final float[][] overDark;
    private final GrayF32 usualTexture;
    private final FaceRows rows;
    /** 1 where a pixel is scored. */
    private final float[] counts;

    /** Scores all of the frame's scored disc. */
    VariationScorer(Template template, EvidenceLimits limits, Frame frame) {
        this(template, limits, frame, PixelDisc.scored(frame));
    }

    /**
     * Makes a face ready to be scored.
     *
     * @param template what good parts look like
     * @param limits how much evidence good pictures show against it
     * @param frame the size of its planes
     * @param scored the pixels whose evidence counts
     */
    public VariationScorer(Template template, EvidenceLimits limits, Frame frame, PixelDisc scored) {
        deviation = new Deviation(template, frame);
        overLight = inverse(limits.light(), scored);
        overDark = inverse(limits.dark(), scored);
        usualTexture = limits.usualTexture();
        rows = new FaceRows(frame);
        counts = new float[frame.width() * frame.height()];
        for (int i = 0; i < scored.size(); i++) {
            counts[scored.index(i)] = 1;
        }
    }

    /** One over the limits; 0 where nothing is scored. */
    private static float[][] inverse(List<GrayF32> limits, PixelDisc scored) {
        float[][] out = new float[limits.size()][];
        for (int f = 0; f < out.length; f++) {
            float[] limit = limits.get(f).data;
            out[f] = new float[limit.length];
            for (int i = 0; i < scored.size(); i++) {
                out[f][scored.index(i)] = 1 / limit[scored.index(i)];
            }
        }
        return out;
    }

    /**
     * Compares; allocates nothing.
     *
     * @param picture not modified
     * @param pose template to picture, in pixels of the frame
     * @param gain contrast of the picture over that of the template
     * @param evidence of the same frame, for the planes to work on
     * @param map takes at each pixel the strongest evidence of any filter, in limits; 0 where nothing is scored
     * @return the greatest value of the map
     */
    public double compare(PictureLevels picture, RigidPose pose, double gain, Evidence evidence, GrayF32 map) {
        return compare(picture, pose, gain, Double.POSITIVE_INFINITY, evidence, map);
    }

    /**
     * Compares likewise, but not to the end where it need not: what more filters say only adds to what the first says.
     *
     * @param enough once the greatest value is known to be at least this, that is returned, and neither map nor evidence are complete
     */
    double compare(PictureLevels picture, RigidPose pose, double gain, double enough, Evidence evidence, GrayF32 map) {
        deviation.into(picture, pose, gain, evidence);
        evidence.gatherPatches();
        setPatches(evidence, map.data);
        if (enough < Double.POSITIVE_INFINITY) {
            double most = greatest(map.data);
            if (most >= enough) {
                return most;
            }
        }
        evidence.gatherRest(usualTexture);
        addLines(evidence, map.data);
        addTexture(evidence, map.data);
        return greatest(map.data);
    }

    private void setPatches(Evidence evidence, float[] map) {
        float[] lighter = evidence.light(Evidence.PATCH).data;
        float[] light = overLight[Evidence.PATCH];
        float[] dark = overDark[Evidence.PATCH];
        Arrays.fill(map, 0);
        for (int i = rows.from(); i < rows.to(); i++) {
            map[i] = Math.max(0, Math.max(lighter[i] * light[i], -lighter[i] * dark[i]));
        }
    }

    private void addLines(Evidence evidence, float[] map) {
        float[] lighter = evidence.light(Evidence.LINE).data;
        float[] darker = evidence.dark(Evidence.LINE).data;
        float[] light = overLight[Evidence.LINE];
        float[] dark = overDark[Evidence.LINE];
        for (int i = rows.from(); i < rows.to(); i++) {
            map[i] = Math.max(map[i], Math.max(lighter[i] * light[i], darker[i] * dark[i]));
        }
    }

    /** Less texture than usual is no evidence. */
    private void addTexture(Evidence evidence, float[] map) {
        float[] rougher = evidence.light(Evidence.TEXTURE).data;
        float[] over = overLight[Evidence.TEXTURE];
        for (int i = rows.from(); i < rows.to(); i++) {
            map[i] = Math.max(map[i], rougher[i] * over[i]);
        }
    }

    /**
     * Compares filter by filter.
     *
     * @param picture not modified
     * @param pose template to picture, in pixels of the frame
     * @param gain contrast of the picture over that of the template
     * @param evidence of the same frame, for the planes to work on
     * @return the strongest evidence of each filter, in limits
     */
    public double[] strongest(PictureLevels picture, RigidPose pose, double gain, Evidence evidence) {
        deviation.into(picture, pose, gain, evidence);
        evidence.gather(usualTexture);
        double[] out = new double[Evidence.FILTERS];
        for (int f = 0; f < Evidence.FILTERS; f++) {
            out[f] = Math.max(
                    greatest(evidence.light(f).data, overLight[f]), greatest(evidence.dark(f).data, overDark[f]));
        }
        return out;
    }

    /**
     * Says where the picture differs that was compared last with the same evidence. No verdict hangs on it: what speaks for a place may be stirred by a speck of dust. Allocates nothing.
     *
     * @param evidence that {@link #compare} has worked on
     * @param heat takes at each pixel how much speaks for a defect just there, in limits; 0 where nothing is scored
     */
    public void locate(Evidence evidence, GrayF32 heat) {
        GrayF32 whole = evidence.wholeDifference();
        deviation.compress(whole);
        evidence.locate(whole, usualTexture, overLight, overDark, counts, heat);
    }

    private float greatest(float[] evidence, float[] over) {
        float most = 0;
        for (int i = rows.from(); i < rows.to(); i++) {
            most = Math.max(most, evidence[i] * over[i]);
        }
        return most;
    }

    private float greatest(float[] map) {
        float most = 0;
        for (int i = rows.from(); i < rows.to(); i++) {
            most = Math.max(most, map[i]);
        }
        return most;
    }
}
