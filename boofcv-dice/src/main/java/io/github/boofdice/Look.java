package io.github.boofdice;

import io.github.boofdice.align.Alignment;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.score.FaceScorer;

/**
 * A picture laid upon its face and compared with it: all that a verdict rests on.
 *
 * @param prepared the picture in the model's frame
 * @param place where its face lies
 * @param compared how it differs, in the equivalent pose in which it differs least
 * @param frame that pose, in pixels of the picture
 */
record Look(PictureLevels prepared, Alignment place, FaceScorer.Scored compared, PictureFrame frame) {
    /** Index of the face. */
    int face() {
        return place.template();
    }

    RigidPose pose() {
        return compared.pose();
    }
}
