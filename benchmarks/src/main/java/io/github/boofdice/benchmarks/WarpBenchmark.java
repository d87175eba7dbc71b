package io.github.boofdice.benchmarks;

import boofcv.abst.distort.FDistort;
import boofcv.alg.interpolate.InterpolationType;
import boofcv.struct.border.BorderType;
import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scenes;
import java.util.concurrent.TimeUnit;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does it take to bring a picture of 32 bits a pixel into a template's pose, bicubic and bilinear, beside OpenCV's {@code warpAffine} and BoofCV's own {@code FDistort}, on one thread each?
 *
 * <p>Ours gives a new plane with each call, as its door does; the others write into one that is there. OpenCV rounds places to a 32nd of a pixel, and its cubic is a sharper one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 3, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class WarpBenchmark {
    static {
        // Loads the library before the first plane is made.
        OpenCv.version();
    }

    private static final long SEED = 7_000_000;
    private static final RigidPose POSE = new RigidPose(1.3, -2.7, 0.4);

    /** Width and height in pixels. */
    @Param({"128", "512"})
    public int side = 128;

    GrayF32 picture = new GrayF32(1, 1);
    private Mat theirs;
    private Mat matrix;
    private Size size;
    private final Mat warped = new Mat();
    private GrayF32 distorted;
    private FDistort bicubic;
    private FDistort bilinear;

    /** Draws the picture and tells each what to do with it. */
    @Setup
    public void draw() {
        picture = DrawnDice.plane(DiceRenderer.render(Scenes.good(SEED, Face.values()[5]), side));
        theirs = OpenCv.floats(picture);
        double middle = (side - 1) / 2.0;
        double c = POSE.cos();
        double s = POSE.sin();
        double x = middle + POSE.x() - c * middle + s * middle;
        double y = middle + POSE.y() - s * middle - c * middle;
        matrix = new Mat(2, 3, CvType.CV_64F);
        matrix.put(0, 0, c, -s, x, s, c, y);
        size = new Size(side, side);
        distorted = picture.createSameShape();
        bicubic = distort(InterpolationType.BICUBIC);
        bilinear = distort(InterpolationType.BILINEAR);
    }

    /** BoofCV wants the way from the input to the output, about its own middle of pixels. */
    private FDistort distort(InterpolationType interpolation) {
        RigidPose inverse = POSE.inverse();
        double middle = (side - 1) / 2.0;
        double c = inverse.cos();
        double s = inverse.sin();
        return new FDistort(picture, distorted)
                .interp(interpolation)
                .border(BorderType.EXTENDED)
                .affine(
                        c,
                        -s,
                        s,
                        c,
                        middle + inverse.x() - c * middle + s * middle,
                        middle + inverse.y() - s * middle - c * middle);
    }

    /** {@return the picture, bicubic} */
    @Benchmark
    public GrayF32 cubicOurs() {
        return Warp.toTemplate(picture, POSE);
    }

    /** {@return likewise by OpenCV} */
    @Benchmark
    public Mat cubicOpencv() {
        return opencv(Imgproc.INTER_CUBIC);
    }

    /** {@return likewise by BoofCV} */
    @Benchmark
    public GrayF32 cubicBoofcv() {
        bicubic.apply();
        return distorted;
    }

    /** {@return the picture, bilinear} */
    @Benchmark
    public GrayF32 linearOurs() {
        return Warp.quickly(picture, POSE);
    }

    /** {@return likewise by OpenCV} */
    @Benchmark
    public Mat linearOpencv() {
        return opencv(Imgproc.INTER_LINEAR);
    }

    /** {@return likewise by BoofCV} */
    @Benchmark
    public GrayF32 linearBoofcv() {
        bilinear.apply();
        return distorted;
    }

    private Mat opencv(int interpolation) {
        Imgproc.warpAffine(
                theirs,
                warped,
                matrix,
                size,
                interpolation | Imgproc.WARP_INVERSE_MAP,
                Core.BORDER_REPLICATE,
                new Scalar(0));
        return warped;
    }
}
