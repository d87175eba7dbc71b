package io.github.boofdice.benchmarks;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.testdata.BoardBox;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The usual way to compare boards with OpenCV: absolute difference, threshold, opening, connected components. Threshold, kernel, least area and margin are those that
 * gave the best F of 1,080 settings (with a blur of the difference and without) on 60 drawn boards of seeds 1 to 60, on which ours was tuned too; measured are others.
 * Planes are made once and used again.
 */
final class BoardPeer {
    static {
        // Loads the library before the first plane is made.
        OpenCv.version();
    }

    private static final double THRESHOLD = 50;
    private static final int KERNEL = 4;
    private static final int LEAST_AREA = 10;
    private static final int MARGIN = 1;

    private final Mat kernel = Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(KERNEL, KERNEL));
    private final Mat difference = new Mat();
    private final Mat mask = new Mat();
    private final Mat opened = new Mat();
    private final Mat labels = new Mat();
    private final Mat statistics = new Mat();
    private final Mat centroids = new Mat();
    private final int[] row = new int[5];

    /** A copy of a plane, 8 bits a pixel, as OpenCV's users have it. */
    static Mat bytes(GrayF32 plane) {
        byte[] pixels = new byte[plane.width * plane.height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round(plane.data[i]);
        }
        Mat mat = new Mat(plane.height, plane.width, CvType.CV_8U);
        mat.put(0, 0, pixels);
        return mat;
    }

    List<BoardBox> compare(Mat template, Mat picture) {
        Core.absdiff(template, picture, difference);
        Imgproc.threshold(difference, mask, THRESHOLD, 255, Imgproc.THRESH_BINARY);
        Imgproc.morphologyEx(mask, opened, Imgproc.MORPH_OPEN, kernel);
        int n = Imgproc.connectedComponentsWithStats(opened, labels, statistics, centroids, 8, CvType.CV_32S);
        List<BoardBox> boxes = new ArrayList<>();
        for (int i = 1; i < n; i++) {
            statistics.get(i, 0, row);
            if (row[Imgproc.CC_STAT_AREA] >= LEAST_AREA) {
                boxes.add(new BoardBox(
                        row[Imgproc.CC_STAT_LEFT] - MARGIN,
                        row[Imgproc.CC_STAT_TOP] - MARGIN,
                        row[Imgproc.CC_STAT_WIDTH] + 2 * MARGIN,
                        row[Imgproc.CC_STAT_HEIGHT] + 2 * MARGIN));
            }
        }
        return boxes;
    }
}
