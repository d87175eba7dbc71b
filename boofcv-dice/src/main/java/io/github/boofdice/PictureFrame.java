package io.github.boofdice;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Bilinear;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.FrameFit;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.score.RegionFinder.PixelRegion;
import io.github.boofdice.template.Template;

/** Carries what was found in a template's pose back into the pixels of the picture. */
final class PictureFrame {
    /** A little more than the way from a place to the furthest of the four pixels that it is sampled from. */
    private static final double NEIGHBOURS = 1.5;

    private final int width;
    private final int height;
    private final double scale;
    private final Frame frame;
    private final RigidPose pose;

    /**
     * @param width of the picture in its own pixels
     * @param height likewise
     * @param frame the model's
     * @param pose template to picture, in pixels of the frame
     */
    PictureFrame(int width, int height, Frame frame, RigidPose pose) {
        this.width = width;
        this.height = height;
        this.frame = frame;
        this.pose = pose;
        scale = 1 / FrameFit.scale(frame, width, height);
    }

    /** The pose in picture pixels; of a symmetric face's equal ones the least turned, of a free one no angle. */
    Pose pose(Template template) {
        RigidPose own = pose.scaled(scale);
        boolean free = template.symmetry() == Template.FREE;
        return new Pose(own.x(), own.y(), free ? Double.NaN : Math.IEEEremainder(own.theta(), template.period()));
    }

    /** A map in the template's pose, resampled into the picture; the map is 0 beyond the frame's scored disc, and so is what is returned. */
    GrayF32 heatMap(GrayF32 map) {
        RigidPose back = pose.inverse();
        float c = (float) back.cos();
        float s = (float) back.sin();
        float shiftX = (float) (frame.middleX() + back.x());
        float shiftY = (float) (frame.middleY() + back.y());
        float step = (float) (1 / scale);
        double reach = frame.scoredRadius() + NEIGHBOURS;
        boolean inside = reach + 1 < Math.min(frame.middleX(), frame.middleY());
        float[] columns = new float[width];
        for (int x = 0; x < width; x++) {
            columns[x] = (x - (width - 1) / 2f) * step;
        }
        GrayF32 out = new GrayF32(width, height);
        for (int y = 0; y < height; y++) {
            float v = (y - (height - 1) / 2f) * step;
            double half = Math.sqrt(Math.max(0, reach * reach - (v - pose.y()) * (v - pose.y())));
            int from = (int) Math.max(0, Math.ceil((width - 1) / 2.0 + scale * (pose.x() - half)));
            int to = (int) Math.min(width - 1, Math.floor((width - 1) / 2.0 + scale * (pose.x() + half)));
            float[] values = out.data;
            float overX = s * v;
            float overY = c * v;
            for (int x = from; x <= to; x++) {
                float mapX = shiftX + c * columns[x] - overX;
                float mapY = shiftY + s * columns[x] + overY;
                values[y * width + x] = inside ? Bilinear.inside(map, mapX, mapY) : Bilinear.sample(map, mapX, mapY);
            }
        }
        return out;
    }

    /** A region of the map, in picture pixels. */
    DefectRegion region(PixelRegion region) {
        double c = pose.cos();
        double s = pose.sin();
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        double sumX = 0;
        double sumY = 0;
        for (int at : region.pixels()) {
            double u = at % frame.width() - frame.middleX();
            int row = at / frame.width();
            double v = row - frame.middleY();
            double x = (width - 1) / 2.0 + scale * (pose.x() + c * u - s * v);
            double y = (height - 1) / 2.0 + scale * (pose.y() + s * u + c * v);
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            sumX += x;
            sumY += y;
        }
        double reach = Math.max(0, (scale - 1) / 2);
        int x0 = clamp(Math.round(left - reach), width);
        int y0 = clamp(Math.round(top - reach), height);
        int boxWidth = clamp(Math.round(right + reach), width) - x0 + 1;
        int boxHeight = clamp(Math.round(bottom + reach), height) - y0 + 1;
        int area = (int) Math.max(1, Math.min((double) boxWidth * boxHeight, (double)
                Math.round(region.pixels().length * scale * scale)));
        int n = region.pixels().length;
        return new DefectRegion(
                x0,
                y0,
                boxWidth,
                boxHeight,
                area,
                within(sumX / n, x0, boxWidth),
                within(sumY / n, y0, boxHeight),
                region.polarity(),
                region.contrast(),
                region.peak(),
                Math.min(1, region.share()));
    }

    /** What lies beyond the picture is boxed at its edge, and so is its middle. */
    private static double within(double at, int from, int size) {
        return Math.max(from - 0.5, Math.min(from + size - 0.5, at));
    }

    private static int clamp(long at, int size) {
        return (int) Math.max(0, Math.min(size - 1, at));
    }
}
