package io.github.boofdice.benchmarks;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** The same comparisons in OpenCV, by the fastest of its calls that were tried. All planes stay on its side; those for what lies between are made once. */
final class ScoringPeer {
    static {
        // Loads the library before the first plane is made.
        OpenCv.version();
    }

    private static final Size BOX = new Size(LargestDeviation.SIDE, LargestDeviation.SIDE);
    private static final Point MIDDLE = new Point(-1, -1);

    private final Mat difference = new Mat();
    private final Mat other = new Mat();
    private final Mat stretched = new Mat();
    private final Mat deviation = new Mat();
    private final Mat mean = new Mat();
    private final MatOfDouble average = new MatOfDouble();
    private final MatOfDouble spread = new MatOfDouble();

    /** Of each template how many pixels differ, and how many of the stretched picture are lighter. */
    void counts(Mat picture, Mat[] templates, double threshold, int[] absDiff, int[] subtract) {
        Core.convertScaleAbs(picture, stretched, 2.5, -100);
        for (int i = 0; i < templates.length; i++) {
            Core.absdiff(templates[i], picture, difference);
            Imgproc.threshold(difference, other, threshold, 255, Imgproc.THRESH_BINARY);
            absDiff[i] = Core.countNonZero(other);
            Core.subtract(stretched, templates[i], difference);
            Imgproc.threshold(difference, other, threshold, 255, Imgproc.THRESH_BINARY);
            subtract[i] = Core.countNonZero(other);
        }
    }

    double sad(Mat picture, Mat template) {
        return Core.norm(picture, template, Core.NORM_L1);
    }

    /** As {@link ScoreLoops#leastTolerance} packs it. */
    long tolerance(Mat picture, Mat lowest, Mat highest) {
        Core.subtract(picture, highest, difference);
        Core.subtract(lowest, picture, other);
        Core.bitwise_or(difference, other, difference);
        return ((long) Core.countNonZero(difference) << Integer.SIZE) | (long) Core.norm(difference, Core.NORM_L1);
    }

    double largestDeviation(Mat picture, Mat mean, Mat overSpread) {
        Core.absdiff(picture, mean, deviation);
        Core.multiply(deviation, overSpread, deviation);
        Imgproc.boxFilter(deviation, this.mean, CvType.CV_32F, BOX, MIDDLE, true, Core.BORDER_CONSTANT);
        return Core.norm(this.mean, Core.NORM_INF);
    }

    /** Mean and standard deviation of a picture's levels. */
    double[] moments(Mat picture) {
        Core.meanStdDev(picture, average, spread);
        return new double[] {average.get(0, 0)[0], spread.get(0, 0)[0]};
    }

    double dot(Mat picture, Mat template) {
        return picture.dot(template);
    }

    /** 8 bits a pixel. */
    static Mat bytes(byte[] levels, int side) {
        Mat mat = new Mat(side, side, CvType.CV_8U, new Scalar(0));
        mat.put(0, 0, levels);
        return mat;
    }

    /** 32 bits a pixel. */
    static Mat floats(float[] values, int side) {
        Mat mat = new Mat(side, side, CvType.CV_32F);
        mat.put(0, 0, values);
        return mat;
    }
}
