package io.github.boofdice.image;

import boofcv.struct.image.GrayF32;

/** Brings a picture into a template's pose. */
public final class Warp {
    private Warp() {}

    /**
     * Resamples {@code picture} so that its part lies as the template does: {@code out(q) = picture(pose(q))}, bicubic.
     *
     * @param picture not modified
     * @param pose template to picture, in pixels of {@code picture}
     * @return a new plane of the picture's size
     */
    public static GrayF32 toTemplate(GrayF32 picture, RigidPose pose) {
        GrayF32 out = new GrayF32(picture.width, picture.height);
        toTemplate(picture, pose, out);
        return out;
    }

    /**
     * Likewise into a plane that is there.
     *
     * @param picture not modified
     * @param pose template to picture, in pixels of {@code picture}
     * @param out of the picture's size, contiguous; takes the values
     */
    public static void toTemplate(GrayF32 picture, RigidPose pose, GrayF32 out) {
        new Resampling(picture, out, true).fill(pose);
    }

    /**
     * The same by bilinear interpolation: a third of the time, and a little softer.
     *
     * @param picture not modified
     * @param pose template to picture, in pixels of {@code picture}
     * @return a new plane of the picture's size
     */
    public static GrayF32 quickly(GrayF32 picture, RigidPose pose) {
        GrayF32 out = new GrayF32(picture.width, picture.height);
        quickly(picture, pose, out);
        return out;
    }

    /**
     * Likewise into a plane that is there.
     *
     * @param picture not modified
     * @param pose template to picture, in pixels of {@code picture}
     * @param out of the picture's size, contiguous; takes the values
     */
    public static void quickly(GrayF32 picture, RigidPose pose, GrayF32 out) {
        new Resampling(picture, out, false).fill(pose);
    }
}
