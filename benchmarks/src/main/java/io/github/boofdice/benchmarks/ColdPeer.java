package io.github.boofdice.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * A small program that scores one picture with OpenCV, started afresh for each: it loads templates from files, decodes the picture, and of each template takes the deviation in spreads, its mean over 5 x 5 pixels and the greatest
 * of those. It searches no pose, which the library does besides.
 */
public final class ColdPeer {
    /** Let the Maven package's own loader find the library: it unpacks 65 megabytes with each start. */
    static final String PACKAGED = "packaged";

    static final int SIDE = 128;
    static final String LIST = "faces.txt";
    static final String MEAN = ".mean";
    static final String OVER_SPREAD = ".overspread";

    private ColdPeer() {}

    /**
     * Prints the face that fits best and its score.
     *
     * @param args OpenCV's native library, or {@value #PACKAGED}; the folder of the templates; the picture
     * @throws IOException when a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        if (args[0].equals(PACKAGED)) {
            nu.pattern.OpenCV.loadLocally();
        } else {
            System.load(args[0]);
        }
        Core.setNumThreads(1);
        Mat picture = new Mat();
        Imgcodecs.imread(args[2], Imgcodecs.IMREAD_GRAYSCALE).convertTo(picture, CvType.CV_32F);
        Mat deviation = new Mat();
        Mat mean = new Mat();
        String best = "";
        double least = Double.POSITIVE_INFINITY;
        Path folder = Path.of(args[1]);
        List<String> faces = Files.readAllLines(folder.resolve(LIST));
        for (String face : faces) {
            Core.absdiff(picture, plane(folder.resolve(face + MEAN)), deviation);
            Core.multiply(deviation, plane(folder.resolve(face + OVER_SPREAD)), deviation);
            Imgproc.boxFilter(
                    deviation, mean, CvType.CV_32F, new Size(5, 5), new Point(-1, -1), true, Core.BORDER_CONSTANT);
            double score = Core.norm(mean, Core.NORM_INF);
            if (score < least) {
                least = score;
                best = face;
            }
        }
        System.out.println(String.format(Locale.ROOT, "%s %.3f", best, least));
    }

    private static Mat plane(Path file) throws IOException {
        float[] values = new float[SIDE * SIDE];
        ByteBuffer.wrap(Files.readAllBytes(file))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        Mat mat = new Mat(SIDE, SIDE, CvType.CV_32F);
        mat.put(0, 0, values);
        return mat;
    }
}
