package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.template.Template;

/** Plain difference of grey levels between an aligned picture and its template: which way a defect differs, slow light and all. */
public final class GreyDifference {
    private GreyDifference() {}

    /**
     * Subtracts.
     *
     * @param picture not modified
     * @param template of the same frame
     * @param pose template to picture, in pixels of the frame
     * @param gain contrast of the picture over that of the template
     * @return picture / gain - template, in grey levels, in the template's pose; 0 outside the face disc
     */
    public static GrayF32 of(PictureLevels picture, Template template, RigidPose pose, double gain) {
        GrayF32 seen = Warp.toTemplate(picture.smooth(), pose);
        GrayF32 out = seen.createSameShape();
        PixelDisc disc = new PixelDisc(seen.width, seen.height, new Frame(seen.width, seen.height).faceRadius());
        for (int i = 0; i < disc.size(); i++) {
            int at = disc.index(i);
            out.data[at] = (float) (seen.data[at] / gain) - template.grey().data[at];
        }
        return out;
    }
}
