package io.github.boofdice.benchmarks;

import boofcv.struct.image.GrayF32;
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

    /** A copy of a plane of whole grey levels 0..255 as 8 bits a pixel. */
    static Mat bytes(GrayF32 plane) {
        byte[] levels = new byte[plane.width * plane.height];
        for (int y = 0; y < plane.height; y++) {
            int row = plane.startIndex + y * plane.stride;
            for (int x = 0; x < plane.width; x++) {
                levels[y * plane.width + x] = (byte) Math.round(plane.data[row + x]);
            }
        }
        Mat mat = new Mat(plane.height, plane.width, CvType.CV_8U);
        mat.put(0, 0, levels);
        return mat;
    }
}
