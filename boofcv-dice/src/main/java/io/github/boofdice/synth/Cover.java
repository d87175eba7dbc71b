package io.github.boofdice.synth;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;

/** Lays marks over pictures. */
final class Cover {
    private Cover() {}

    /**
     * Draws a mark.
     *
     * @param mark in pixels of a 128 x 128 picture
     * @param like a plane of the size wanted, not modified
     * @param far distance of the mark's middle from the frame's, in pixels of the frame
     * @param way direction of it, in radians
     * @return share of each pixel that is covered
     */
    static GrayF32 of(Mark mark, GrayF32 like, Frame frame, double far, double way) {
        double x0 = frame.middleX() + far * StrictMath.cos(way);
        double y0 = frame.middleY() + far * StrictMath.sin(way);
        double reach = mark.reach() * frame.unit();
        GrayF32 coverage = new GrayF32(like.width, like.height);
        int bottom = (int) Math.min(coverage.height - 1, y0 + reach);
        int right = (int) Math.min(coverage.width - 1, x0 + reach);
        for (int y = (int) Math.max(0, y0 - reach); y <= bottom; y++) {
            for (int x = (int) Math.max(0, x0 - reach); x <= right; x++) {
                coverage.data[y * coverage.width + x] =
                        (float) mark.covers((x - x0) / frame.unit(), (y - y0) / frame.unit());
            }
        }
        return coverage;
    }
}
