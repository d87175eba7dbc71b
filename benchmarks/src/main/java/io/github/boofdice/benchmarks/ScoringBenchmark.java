package io.github.boofdice.benchmarks;

import boofcv.struct.image.GrayF32;
import boofcv.struct.image.GrayU8;
import io.github.boofdice.classic.DifferenceMethod;
import io.github.boofdice.classic.DifferenceResult;
import io.github.boofdice.kernel.ByteWords;
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
 * How long does it take to compare one picture of 128 x 128 pixels with 1, 11 or 100 templates in the same pose, by five usual measures, beside OpenCV, on one thread each?
 *
 * <p>The seed's counts are the library's ({@link DifferenceMethod}), from the picture to the verdict. The others, which the library does not use, are {@link ScoreLoops}. For
 * them either side holds picture and templates in its own layout. Templates are drawn dice, 11 or fewer different ones: 100 are those again and again, in memory of their own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 3, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScoringBenchmark {
    private static final int SIDE = DiceRenderer.SIDE;
    private static final int PIXELS = SIDE * SIDE;
    private static final int DIFFERENT = 11;
    private static final long SEED = 5_000_000;
    private static final int LIMIT = 20;
    private static final float SPREAD = 3;

    /** How many templates there are. */
    @Param({"1", "11", "100"})
    public int templates = DIFFERENT;

    ScoreLoops loops = ScoreLoops.fastest();
    private final DeviationRoom room = new DeviationRoom(SIDE);
    private final ScoringPeer peer = new ScoringPeer();

    private GrayU8 picture = new GrayU8(1, 1);
    private DifferenceMethod method;
    private long[][] words;
    private ScoreLoops.Levels levels;
    private float[][] rows;
    private final List<Ours> ours = new ArrayList<>();

    private Mat theirPicture;
    private Mat theirFloats;
    private Mat[] theirTemplates;
    private final List<Theirs> theirs = new ArrayList<>();
    private int[] theirAbsDiff;
    private int[] theirSubtract;

    /** A template in our layouts. */
    private record Ours(
            long[][] words,
            long[][] lowest,
            long[][] highest,
            ScoreLoops.Levels levels,
            float[][] mean,
            float[][] overSpread,
            double[] moments) {}

    /** The same in OpenCV's. */
    private record Theirs(Mat levels, Mat lowest, Mat highest, Mat mean, Mat overSpread) {}

    /** Draws picture and templates, lays them out for both, and refuses to go on unless both find the same. */
    @Setup
    public void draw() {
        picture = draw(0);
        words = words(picture.data);
        levels = ScoreLoops.Levels.of(picture.data);
        rows = rows(picture.data);
        theirPicture = ScoringPeer.bytes(picture.data, SIDE);
        theirFloats = ScoringPeer.floats(rows);
        ours.clear();
        theirs.clear();
        List<GrayU8> drawn = new ArrayList<>();
        for (int i = 0; i < templates; i++) {
            GrayU8 template = draw(1 + i % DIFFERENT);
            drawn.add(template);
            ours.add(ours(template.data));
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

    private static GrayU8 draw(int index) {
        Face[] faces = Face.values();
        GrayF32 plane = DrawnDice.draw(Scenes.good(SEED + index, faces[index % faces.length]));
        GrayU8 image = new GrayU8(SIDE, SIDE);
        for (int i = 0; i < PIXELS; i++) {
            image.data[i] = (byte) Math.round(plane.get(i % SIDE, i / SIDE));
        }
        return image;
    }

    private static Ours ours(byte[] data) {
        return new Ours(
                words(data),
                words(moved(data, -LIMIT)),
                words(moved(data, LIMIT)),
                ScoreLoops.Levels.of(data),
                rows(data),
                overSpread(data),
                moments(ScoreLoops.Levels.of(data)));
    }

    private static Theirs theirs(byte[] data) {
        return new Theirs(
                ScoringPeer.bytes(data, SIDE),
                ScoringPeer.bytes(moved(data, -LIMIT), SIDE),
                ScoringPeer.bytes(moved(data, LIMIT), SIDE),
                ScoringPeer.floats(rows(data)),
                ScoringPeer.floats(overSpread(data)));
    }

    private static byte[] moved(byte[] data, int by) {
        byte[] out = new byte[data.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) Math.max(0, Math.min(255, (data[i] & 0xFF) + by));
        }
        return out;
    }

    private static long[][] words(byte[] data) {
        long[][] words = ByteWords.blocks(data.length, 0);
        ByteWords.copy(data, words);
        return words;
    }

    private static float[][] rows(byte[] data) {
        float[][] rows = new float[SIDE][SIDE];
        for (int i = 0; i < PIXELS; i++) {
            rows[i / SIDE][i % SIDE] = data[i] & 0xFF;
        }
        return rows;
    }

    /** Spreads that differ from pixel to pixel, as learned ones do. */
    private static float[][] overSpread(byte[] data) {
        float[][] rows = rows(data);
        for (float[] row : rows) {
            for (int x = 0; x < SIDE; x++) {
                row[x] = 1 / (SPREAD + row[x] / 64);
            }
        }
        return rows;
    }

    private static double[] moments(ScoreLoops.Levels levels) {
        return moments(sum(levels.ints()), new PlainScoreLoops().dot(levels, levels));
    }

    /** Mean and standard deviation. */
    private static double[] moments(long sum, long squares) {
        double mean = (double) sum / PIXELS;
        return new double[] {mean, Math.sqrt((double) squares / PIXELS - mean * mean)};
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
        long least = Long.MAX_VALUE;
        for (Ours template : ours) {
            least = Math.min(least, loops.sad(words, template.words()));
        }
        return least;
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
        long least = Long.MAX_VALUE;
        for (Ours template : ours) {
            least = Math.min(least, loops.tolerance(words, template.lowest(), template.highest()));
        }
        return least;
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

    /** {@return the least of the largest deviations in spreads, averaged over 5 x 5 pixels} */
    @Benchmark
    public float deviationOurs() {
        float least = Float.MAX_VALUE;
        for (Ours template : ours) {
            least = Math.min(least, loops.largestDeviation(rows, template.mean(), template.overSpread(), room));
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
        double[] moments = moments(sum(levels.ints()), loops.dot(levels, levels));
        double most = -1;
        for (Ours template : ours) {
            most = Math.max(most, ncc((double) loops.dot(levels, template.levels()), moments, template.moments()));
        }
        return most;
    }

    private static int sum(int[] levels) {
        int sum = 0;
        for (int level : levels) {
            sum += level;
        }
        return sum;
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

    private static double ncc(double dot, double[] a, double[] b) {
        return (dot / PIXELS - a[0] * b[0]) / (a[1] * b[1]);
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
