package io.github.boofdice.learn;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.score.Evidence;
import io.github.boofdice.score.EvidenceLimits;
import io.github.boofdice.template.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Limits that follow from a template alone: what good pictures would show if they differed from it by nothing but where it was found and by grain.
 *
 * <p>The template is moved by the uncertainty of the pose each way; what the filters find then is the local gradient's share of the limit, and no edge needs a tolerance of its own.
 */
final class RegistrationLimits {
    /** Pixels of a 128 x 128 frame by which the pose of a picture is uncertain at worst; what print strays beyond it, the pictures tell. */
    static final double UNCERTAINTY = 0.15;
    /** Likewise, where no picture tells how far print strays. */
    static final double DIRECT_UNCERTAINTY = 0.3;

    private static final int DIRECTIONS = 8;

    private RegistrationLimits() {}

    /**
     * Returns the limits of a template in a frame. Of texture it tells nothing: usual is as much as elsewhere.
     *
     * @param uncertainty of the pose and of where print lies, in pixels of a 128 x 128 frame
     */
    static EvidenceLimits of(Template template, Frame frame, double uncertainty) {
        Evidence evidence = new Evidence(frame);
        PixelDisc disc = new PixelDisc(frame.width(), frame.height(), frame.faceRadius());
        List<GrayF32> light = new ArrayList<>();
        List<GrayF32> dark = new ArrayList<>();
        for (int f = 0; f < Evidence.FILTERS; f++) {
            light.add(evidence.deviation().createSameShape());
            dark.add(evidence.deviation().createSameShape());
        }
        GrayF32 usualTexture = evidence.deviation().createSameShape();
        Arrays.fill(usualTexture.data, 1);
        double far = uncertainty * frame.unit();
        for (int d = 0; d < DIRECTIONS; d++) {
            double way = d * 2 * Math.PI / DIRECTIONS;
            RigidPose move = new RigidPose(far * StrictMath.cos(way), far * StrictMath.sin(way), 0);
            GrayF32 moved = Warp.toTemplate(template.centre(), move);
            for (int i = 0; i < disc.size(); i++) {
                int at = disc.index(i);
                evidence.deviation().data[at] = moved.data[at] - template.centre().data[at];
                evidence.faint().data[at] = evidence.deviation().data[at];
            }
            evidence.gather(usualTexture);
            for (int f = 0; f < Evidence.SIGNED; f++) {
                keepGreatest(light.get(f).data, evidence.light(f).data);
                keepGreatest(dark.get(f).data, evidence.dark(f).data);
            }
        }
        return new EvidenceLimits(light, dark, usualTexture);
    }

    private static void keepGreatest(float[] most, float[] evidence) {
        for (int i = 0; i < most.length; i++) {
            most[i] = Math.max(most[i], evidence[i]);
        }
    }
}
