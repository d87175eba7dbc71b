package io.github.boofdice.benchmarks;

import boofcv.struct.image.GrayF32;
import java.util.Arrays;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** The native peer: loaded once, held to one thread like ours. */
final class OpenCv {
    static {
        nu.pattern.OpenCV.loadLocally();
        Core.setNumThreads(1);
    }

    private OpenCv() {}

    /** OpenCV's own version; asking for it loads the library. */
    static String version() {
        return Core.VERSION;
    }

    /** A copy of a plane, 32 bits a pixel. */
    static Mat floats(GrayF32 plane) {
        Mat mat = new Mat(plane.height, plane.width, CvType.CV_32F);
        for (int y = 0; y < plane.height; y++) {
            int from = plane.startIndex + y * plane.stride;
            mat.put(y, 0, Arrays.copyOfRange(plane.data, from, from + plane.width));
        }
        return mat;
    }
}
