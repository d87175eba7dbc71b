package io.github.boofdice.benchmarks;

import boofcv.struct.image.GrayF32;
import boofcv.struct.image.GrayU8;
import io.github.boofdice.classic.DifferenceMethod;
import io.github.boofdice.classic.DifferenceResult;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scenes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opencv.core.Mat;
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
 * How long does it take to compare one picture of 128 x 128 pixels with 1, 11 or 100 templates in the same pose, by five usual measures, beside OpenCV, on one thread each; and how does it
 * grow with the picture ({@code -p side=64,128,256,512,1024})?
 *
 * <p>The seed's counts are the library's ({@link DifferenceMethod}), from the picture to the verdict: laying the picture's bytes out is inside. The others, which the library does not use,
 * are {@link ScoreLoops}. For them either side holds picture and templates in its own layout, made beforehand, which {@code layOut...} times for our picture; what else must be known of the picture, its sum or its moments, is found
 * inside. Templates are drawn dice, 11 or fewer different ones: 100 are those again and again, in memory of their own. Other sizes show the same with pixels repeated or left out.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 3, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScoringBenchmark {
    private static final int DIFFERENT = 11;
    private static final long SEED = 5_000_000;
    private static final int LIMIT = 20;
    private static final float SPREAD = 3;

    /** How many templates there are. */
    @Param({"1", "11", "100"})
    public int templates = DIFFERENT;

    /** Pixels of a side, a power of two from 64 on. */
    @Param("128")
    public int side = DiceRenderer.SIDE;

    ScoreLoops loops = ScoreLoops.fastest();
    private final ScoringPeer peer = new ScoringPeer();

    private LargestDeviation deviation = loops.largestDeviation(DiceRenderer.SIDE);
    private GrayU8 picture = new GrayU8(1, 1);
    private DifferenceMethod method;
    private Levels levels;
    private float[] values;
    private float[][] plane;
    private final List<Ours> ours = new ArrayList<>();
    private final List<Levels> ourLevels = new ArrayList<>();
    private final List<Levels> ourLowest = new ArrayList<>();
    private final List<Levels> ourHighest = new ArrayList<>();

    private Mat theirPicture;
    private Mat theirFloats;
    private Mat[] theirTemplates;
    private final List<Theirs> theirs = new ArrayList<>();
    private int[] theirAbsDiff;
    private int[] theirSubtract;

    /** A template in our layouts. */
    private record Ours(Levels levels, float[][] mean, float[][] overSpread, double[] moments) {}

    /** The same in OpenCV's. */
    private record Theirs(Mat levels, Mat lowest, Mat highest, Mat mean, Mat overSpread) {}

    /** Draws picture and templates, lays them out for both, and refuses to go on unless both find the same. */
    @Setup
    public void draw() {
        deviation = loops.largestDeviation(side);
        picture = draw(0);
        levels = Levels.of(picture.data, 0);
        values = floats(picture.data);
        plane = deviation.layOut(values);
        theirPicture = ScoringPeer.bytes(picture.data, side);
        theirFloats = ScoringPeer.floats(values, side);
        ours.clear();
        ourLevels.clear();
        ourLowest.clear();
        ourHighest.clear();
        theirs.clear();
        List<GrayU8> drawn = new ArrayList<>();
        for (int i = 0; i < templates; i++) {
            GrayU8 template = draw(1 + i % DIFFERENT);
            drawn.add(template);
            ours.add(ours(template.data));
            ourLevels.add(ours.get(i).levels());
            ourLowest.add(Levels.of(moved(template.data, -LIMIT), 0));
            ourHighest.add(Levels.of(moved(template.data, LIMIT), 255));
            theirs.add(theirs(template.data));
        }
        // The method compares templates: of a single one there is nothing to compare, but the same counts.
        method = new DifferenceMethod(templates == 1 ? List.of(drawn.get(0), drawn.get(0)) : drawn);
        int counted = templates == 1 ? 2 : templates;
        theirTemplates = new Mat[counted];
        for (int i = 0; i < counted; i++) {
            theirTemplates[i] = theirs.get(i % templates).levels();
        }
        theirAbsDiff = new int[counted];
        theirSubtract = new int[counted];
        String disagreement = disagreement();
        if (!disagreement.isEmpty()) {
            throw new IllegalStateException(disagreement);
        }
    }

    private GrayU8 draw(int index) {
        Face[] faces = Face.values();
        GrayF32 plane = DrawnDice.draw(Scenes.good(SEED + index, faces[index % faces.length]));
        GrayU8 image = new GrayU8(side, side);
        for (int i = 0; i < side * side; i++) {
            int x = i % side * DiceRenderer.SIDE / side;
            int y = i / side * DiceRenderer.SIDE / side;
            image.data[i] = (byte) Math.round(plane.get(x, y));
        }
        return image;
    }

    private Ours ours(byte[] data) {
        Levels template = Levels.of(data, 0);
        return new Ours(
                template,
                deviation.layOut(floats(data)),
                deviation.layOut(overSpread(data)),
                moments(template.sum(), new PlainScoreLoops().dot(template, template)));
    }

    private Theirs theirs(byte[] data) {
        return new Theirs(
                ScoringPeer.bytes(data, side),
                ScoringPeer.bytes(moved(data, -LIMIT), side),
                ScoringPeer.bytes(moved(data, LIMIT), side),
                ScoringPeer.floats(floats(data), side),
                ScoringPeer.floats(overSpread(data), side));
    }

    private static byte[] moved(byte[] data, int by) {
        byte[] out = new byte[data.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) Math.max(0, Math.min(255, (data[i] & 0xFF) + by));
        }
        return out;
    }

    private static float[] floats(byte[] data) {
        float[] values = new float[data.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = data[i] & 0xFF;
        }
        return values;
    }

    /** Spreads that differ from pixel to pixel, as learned ones do. */
    private static float[] overSpread(byte[] data) {
        float[] values = floats(data);
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 / (SPREAD + values[i] / 64);
        }
        return values;
    }

    /** Mean and standard deviation. */
    private double[] moments(long sum, long squares) {
        double pixels = (double) side * side;
        double mean = sum / pixels;
        return new double[] {mean, Math.sqrt(squares / pixels - mean * mean)};
    }

    /** {@return the library's verdict by the seed's method} */
    @Benchmark
    public DifferenceResult countsOurs() {
        return method.inspect(picture);
    }

    /** {@return OpenCV's counts} */
    @Benchmark
    public int[] countsOpencv() {
        peer.counts(theirPicture, theirTemplates, DifferenceMethod.PIXEL_THRESHOLD, theirAbsDiff, theirSubtract);
        return theirAbsDiff;
    }

    /** {@return the least sum of absolute differences} */
    @Benchmark
    public long sadOurs() {
        return loops.leastSad(levels, ourLevels);
    }

    /** {@return the same} */
    @Benchmark
    public double sadOpencv() {
        double least = Double.MAX_VALUE;
        for (Theirs template : theirs) {
            least = Math.min(least, peer.sad(theirPicture, template.levels()));
        }
        return least;
    }

    /** {@return the fewest pixels outside of the limits, and by how much} */
    @Benchmark
    public long toleranceOurs() {
        return loops.leastTolerance(levels, ourLowest, ourHighest);
    }

    /** {@return the same} */
    @Benchmark
    public long toleranceOpencv() {
        long least = Long.MAX_VALUE;
        for (Theirs template : theirs) {
            least = Math.min(least, peer.tolerance(theirPicture, template.lowest(), template.highest()));
        }
        return least;
    }

    /** {@return the picture as the loops of SAD, tolerance and NCC take it, for vectors and for plain Java alike} */
    @Benchmark
    public Object layOutLevels() {
        return Levels.of(picture.data, 0);
    }

    /** {@return the picture as the loops of the largest deviation take it} */
    @Benchmark
    public Object layOutDeviation() {
        return deviation.layOut(values);
    }

    /** {@return the least of the largest deviations in spreads, averaged over 5 x 5 pixels} */
    @Benchmark
    public float deviationOurs() {
        float least = Float.MAX_VALUE;
        for (Ours template : ours) {
            least = Math.min(least, deviation.of(plane, template.mean(), template.overSpread()));
        }
        return least;
    }

    /** {@return the same} */
    @Benchmark
    public double deviationOpencv() {
        double least = Double.MAX_VALUE;
        for (Theirs template : theirs) {
            least = Math.min(least, peer.largestDeviation(theirFloats, template.mean(), template.overSpread()));
        }
        return least;
    }

    /** {@return the greatest normalised cross-correlation, the picture's moments included} */
    @Benchmark
    public double nccOurs() {
        double[] moments = moments(loops.sum(levels), loops.dot(levels, levels));
        double most = -1;
        for (Ours template : ours) {
            most = Math.max(most, ncc((double) loops.dot(levels, template.levels()), moments, template.moments()));
        }
        return most;
    }

    /** {@return the same} */
    @Benchmark
    public double nccOpencv() {
        double[] moments = peer.moments(theirPicture);
        double most = -1;
        for (int i = 0; i < ours.size(); i++) {
            double dot = peer.dot(theirPicture, theirs.get(i).levels());
            most = Math.max(most, ncc(dot, moments, ours.get(i).moments()));
        }
        return most;
    }

    private double ncc(double dot, double[] a, double[] b) {
        return (dot / ((double) side * side) - a[0] * b[0]) / (a[1] * b[1]);
    }

    /** In what the two differ; empty where they find the same. */
    String disagreement() {
        DifferenceResult counts = countsOurs();
        countsOpencv();
        StringBuilder found = new StringBuilder();
        if (!Arrays.equals(counts.absDiff(), theirAbsDiff) || !Arrays.equals(counts.subtract(), theirSubtract)) {
            found.append("counts differ. ");
        }
        compare("sad", (double) sadOurs(), sadOpencv(), 0, found);
        compare("tolerance", (double) toleranceOurs(), (double) toleranceOpencv(), 0, found);
        compare("deviation", deviationOurs(), deviationOpencv(), 1e-5, found);
        compare("ncc", nccOurs(), nccOpencv(), 1e-9, found);
        return found.toString();
    }

    private static void compare(String name, double ours, double theirs, double parts, StringBuilder found) {
        if (!(Math.abs(ours - theirs) <= parts * Math.abs(theirs))) {
            found.append("%s: %s but OpenCV %s. ".formatted(name, ours, theirs));
        }
    }
}
