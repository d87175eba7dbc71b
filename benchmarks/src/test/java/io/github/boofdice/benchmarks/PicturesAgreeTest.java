package io.github.boofdice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.cnn.Network;
import io.github.boofdice.io.GrayPictures;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** What is timed side by side must give the same picture. */
class PicturesAgreeTest {
    /** Pixels from the border that are not compared: each looks beyond it in its own way. */
    private static final int BORDER = 24;
    /** 128 x 128 x 9 x 16, 64 x 64 x 9 x 16 x 32, 32 x 32 x 9 x 32 x 64, 16,384 x 128 and 128 x 2. */
    private static final long SEEDS_MULTIPLY_ADDS = 2_359_296 + 18_874_368 + 18_874_368 + 2_097_152 + 256;

    @Test
    void theThreeWarpsGiveTheSamePicture() {
        WarpBenchmark benchmark = new WarpBenchmark();
        benchmark.draw();

        GrayF32 linear = benchmark.linearOurs();
        GrayF32 cubic = benchmark.cubicOurs();

        // BoofCV computes the same, but for the last bits; OpenCV's places are off by up to a 64th of a pixel.
        assertThat(meanDifference(linear, benchmark.linearBoofcv())).isLessThan(0.001);
        assertThat(meanDifference(linear, plane(benchmark.linearOpencv()))).isLessThan(0.1);
        assertThat(meanDifference(cubic, benchmark.cubicBoofcv())).isLessThan(0.001);
        // OpenCV's cubic has a slope of -0.75 where ours has -0.5, and so overshoots more at edges.
        assertThat(meanDifference(cubic, plane(benchmark.cubicOpencv()))).isLessThan(0.6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grey-128x128", "colour-160x120"})
    void theThreeDecodersGiveTheSamePicture(String picture) throws Exception {
        DecodingBenchmark benchmark = new DecodingBenchmark();
        benchmark.picture = picture;
        benchmark.draw();

        GrayF32 ours = benchmark.ours();
        BufferedImage java = benchmark.imageIo();

        assertThat(picture).endsWith(ours.width + "x" + ours.height);
        // Inverse cosine transforms may round otherwise, by one level here and there.
        assertThat(meanDifference(ours, plane(benchmark.decodedByOpencv()))).isLessThan(0.1);
        assertThat(meanDifference(ours, GrayPictures.fromBufferedImage(java))).isLessThan(0.5);
    }

    @Test
    void theStepsMakeUpTheNetwork() {
        List<Network> steps = new ArrayList<>();
        for (LayerBenchmark.Step step : LayerBenchmark.Step.values()) {
            LayerBenchmark benchmark = new LayerBenchmark();
            benchmark.step = step;
            benchmark.draw();
            steps.add(benchmark.network());
        }

        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i).input().size())
                    .isEqualTo(steps.get(i - 1).output().size());
        }
        assertThat(steps.stream().mapToLong(Network::multiplyAdds).sum()).isEqualTo(SEEDS_MULTIPLY_ADDS);
    }

    @Test
    void theRightFaceIsFoundAtAnySize() throws Exception {
        SizeBenchmark benchmark = new SizeBenchmark();
        benchmark.learn();

        assertThat(benchmark.rightFaces()).isEqualTo(6);
    }

    private static double meanDifference(GrayF32 one, GrayF32 other) {
        assertThat(other.width).isEqualTo(one.width);
        double sum = 0;
        for (int y = BORDER; y < one.height - BORDER; y++) {
            for (int x = BORDER; x < one.width - BORDER; x++) {
                sum += Math.abs(one.get(x, y) - other.get(x, y));
            }
        }
        return sum / ((one.height - 2 * BORDER) * (one.width - 2 * BORDER));
    }

    private static GrayF32 plane(Mat mat) {
        Mat floats = new Mat();
        mat.convertTo(floats, CvType.CV_32F);
        GrayF32 plane = new GrayF32(mat.cols(), mat.rows());
        floats.get(0, 0, plane.data);
        return plane;
    }
}
