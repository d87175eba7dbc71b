package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Bilinear;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.FrameFit;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.Planes;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.score.Polarity;
import io.github.boofdice.score.RegionFinder.PixelRegion;
import io.github.boofdice.template.Template;
import io.github.boofdice.testdata.Face;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What was found in the template's pose lies where it was seen, in the picture's own pixels. */
class PictureFrameTest {
    private static final Frame FRAME = new Frame(128, 96);
    private static final Template ONE = RenderedDice.IDEAL.get(Face.ONE.ordinal());
    private static final Template SIX = RenderedDice.IDEAL.get(Face.SIX.ordinal());

    @Provide
    Arbitrary<RigidPose> poses() {
        Arbitrary<Double> shift = Arbitraries.doubles().between(-10, 10).ofScale(3);
        Arbitrary<Double> angle =
                Arbitraries.doubles().between(-180, 180).ofScale(3).map(Math::toRadians);
        return Combinators.combine(shift, shift, angle).as(RigidPose::new);
    }

    /** Where a template's pixel lies in the picture, by the documented formula of Pose. */
    private static double[] place(Pose pose, double angle, int width, int height, int at) {
        double scale = 1 / FrameFit.scale(FRAME, width, height);
        double u = scale * (at % 128 - 63.5);
        double v = scale * (at / 128 - 47.5);
        return new double[] {
            (width - 1) / 2.0 + pose.x() + u * Math.cos(angle) - v * Math.sin(angle),
            (height - 1) / 2.0 + pose.y() + u * Math.sin(angle) + v * Math.cos(angle)
        };
    }

    @Property(tries = 200, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void aRegionOfOnePixelIsBoxedWhereThePoseSaysItLies(
            @ForAll @IntRange(min = 32, max = 600) int width,
            @ForAll @IntRange(min = 32, max = 600) int height,
            @ForAll("poses") RigidPose pose,
            @ForAll @IntRange(min = 45, max = 82) int column,
            @ForAll @IntRange(min = 30, max = 66) int row) {
        PictureFrame frame = new PictureFrame(width, height, FRAME, pose);
        int at = row * 128 + column;

        DefectRegion region = frame.region(new PixelRegion(new int[] {at}, Polarity.DARK, 40, 7, 1));

        double[] place = place(frame.pose(SIX), pose.theta(), width, height, at);
        double scale = 1 / FrameFit.scale(FRAME, width, height);
        double side = Math.max(1, scale);
        // Half a pixel of rounding at either end.
        assertThat(region.x() + (region.width() - 1) / 2.0).isCloseTo(clamp(place[0], width), within(1.0));
        assertThat(region.y() + (region.height() - 1) / 2.0).isCloseTo(clamp(place[1], height), within(1.0));
        if (inside(place[0], width, side) && inside(place[1], height, side)) {
            assertThat((double) region.width()).isCloseTo(side, within(1.0));
            assertThat((double) region.height()).isCloseTo(side, within(1.0));
        }
        if (inside(place[0], width, 0) && inside(place[1], height, 0)) {
            assertThat(region.centroidX()).isCloseTo(place[0], within(1e-6));
            assertThat(region.centroidY()).isCloseTo(place[1], within(1e-6));
        }
        assertThat(region.polarity()).isEqualTo(Polarity.DARK);
        assertThat(region.contrast()).isEqualTo(40);
        assertThat(region.peak()).isEqualTo(7);
        assertThat(region.share()).isEqualTo(1);
    }

    private static boolean inside(double at, int size, double margin) {
        return at > margin && at < size - 1 - margin;
    }

    private static double clamp(double at, int size) {
        return Math.max(0, Math.min(size - 1, at));
    }

    @Property(tries = 100, seed = "2", edgeCases = EdgeCasesMode.NONE)
    void theAreaGrowsWithThePictureAndFitsIntoTheBox(
            @ForAll @IntRange(min = 43, max = 900) int width, @ForAll("poses") RigidPose pose) {
        int height = width * 3 / 4;
        PictureFrame frame = new PictureFrame(width, height, FRAME, pose);
        int[] diamond = IntStream.range(0, 128 * 96)
                .filter(at -> Math.abs(at % 128 - 64) + Math.abs(at / 128 - 45) <= 6)
                .toArray();

        DefectRegion region = frame.region(new PixelRegion(diamond, Polarity.LIGHT, 40, 1, 1));

        double scale = 1 / FrameFit.scale(FRAME, width, height);
        double[] middle = place(frame.pose(SIX), pose.theta(), width, height, 45 * 128 + 64);
        assertThat(region.centroidX()).isCloseTo(middle[0], within(1e-6));
        assertThat(region.centroidY()).isCloseTo(middle[1], within(1e-6));
        assertThat((double) region.area()).isCloseTo(Math.max(1, 85 * scale * scale), within(0.51));
        assertThat(region.x() + region.width()).isLessThanOrEqualTo(width);
        assertThat(region.y() + region.height()).isLessThanOrEqualTo(height);
    }

    /** A region is refused whose middle lies outside its box: none is made, wherever it lies, beyond the picture's edge too. */
    @Property(tries = 300, seed = "5", edgeCases = EdgeCasesMode.NONE)
    void theMiddleLiesInTheBoxWhereverTheRegionDoes(
            @ForAll @IntRange(min = 32, max = 300) int width,
            @ForAll @IntRange(min = 32, max = 300) int height,
            @ForAll("poses") RigidPose pose,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 128 * 96 - 1) Integer> pixels) {
        PictureFrame frame = new PictureFrame(width, height, FRAME, pose);
        int[] at = pixels.stream().mapToInt(i -> i).sorted().distinct().toArray();

        DefectRegion region = frame.region(new PixelRegion(at, Polarity.LIGHT, 1, 1, 0.5));

        assertThat(region.centroidX()).isBetween(-0.5, width - 0.5);
        assertThat(region.centroidY()).isBetween(-0.5, height - 0.5);
    }

    @Property(tries = 60, seed = "3", edgeCases = EdgeCasesMode.NONE)
    void theHeatMapShowsAPlaceWhereThePoseSaysItLies(
            @ForAll @IntRange(min = 64, max = 400) int width,
            @ForAll @IntRange(min = 64, max = 400) int height,
            @ForAll("poses") RigidPose pose) {
        // A soft hill, so that its middle can be told to a fraction of a pixel.
        int at = 40 * 128 + 75;
        GrayF32 map = new GrayF32(128, 96);
        for (int i = 0; i < map.data.length; i++) {
            double away = Math.hypot(i % 128 - 75, i / 128 - 40);
            map.data[i] = (float) Math.max(0, 8 - away);
        }
        PictureFrame frame = new PictureFrame(width, height, FRAME, pose);

        GrayF32 heat = frame.heatMap(map);

        assertThat(heat.width).isEqualTo(width);
        assertThat(heat.height).isEqualTo(height);
        double[] place = place(frame.pose(SIX), pose.theta(), width, height, at);
        double reach = 8 / FrameFit.scale(FRAME, width, height);
        if (inside(place[0], width, reach) && inside(place[1], height, reach)) {
            double mass = 0;
            double x = 0;
            double y = 0;
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    double value = heat.get(column, row);
                    mass += value;
                    x += value * column;
                    y += value * row;
                }
            }
            assertThat(x / mass).isCloseTo(place[0], within(0.15));
            assertThat(y / mass).isCloseTo(place[1], within(0.15));
        }
    }

    /** Every pixel by the formula, also those that are not looked at since the map is 0 there. */
    @Property(tries = 60, seed = "6", edgeCases = EdgeCasesMode.NONE)
    void theHeatMapIsTheMapResampledAndZeroBeyondIt(
            @ForAll @IntRange(min = 32, max = 200) int width,
            @ForAll @IntRange(min = 32, max = 200) int height,
            @ForAll("poses") RigidPose pose,
            @ForAll long seed) {
        GrayF32 map = scoredNoise(seed);

        GrayF32 heat = new PictureFrame(width, height, FRAME, pose).heatMap(map);

        double scale = FrameFit.scale(FRAME, width, height);
        double c = Math.cos(pose.theta());
        double s = Math.sin(pose.theta());
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double u = scale * (x - (width - 1) / 2.0) - pose.x();
                double v = scale * (y - (height - 1) / 2.0) - pose.y();
                float expected = Bilinear.sample(map, (float) (63.5 + c * u + s * v), (float) (47.5 - s * u + c * v));
                assertThat(heat.get(x, y)).isCloseTo(expected, within(0.05f));
            }
        }
    }

    /** 0 beyond the scored disc, as all maps are. */
    private static GrayF32 scoredNoise(long seed) {
        GrayF32 map = Planes.noise(128, 96, seed);
        boolean[] scored = PixelDisc.scored(FRAME).mask();
        for (int i = 0; i < map.data.length; i++) {
            map.data[i] = scored[i] ? map.data[i] : 0;
        }
        return map;
    }

    @Test
    void theIdentityInAPictureOfTheFramesSizeChangesNothing() {
        PictureFrame frame = new PictureFrame(128, 96, FRAME, RigidPose.IDENTITY);
        GrayF32 map = scoredNoise(1);

        assertThat(frame.pose(SIX)).isEqualTo(new Pose(0, 0, 0));
        GrayF32 heat = frame.heatMap(map);
        for (int i = 0; i < map.data.length; i++) {
            assertThat(heat.data[i]).isCloseTo(map.data[i], within(1e-4f));
        }
        assertThat(frame.region(
                        new PixelRegion(new int[] {3 * 128 + 5, 3 * 128 + 6, 4 * 128 + 5}, Polarity.LIGHT, 40, 2, 1)))
                .isEqualTo(new DefectRegion(5, 3, 2, 2, 3, 16 / 3.0, 10 / 3.0, Polarity.LIGHT, 40, 2, 1));
    }

    @Property(tries = 100, seed = "4", edgeCases = EdgeCasesMode.NONE)
    void ofEquivalentPosesTheLeastTurnedIsReported(
            @ForAll("poses") RigidPose pose, @ForAll @IntRange(min = 1, max = 6) int symmetry) {
        PictureFrame frame = new PictureFrame(128, 96, FRAME, pose);

        Pose reported = frame.pose(SIX.withSymmetry(symmetry));

        assertThat(Math.abs(reported.theta())).isLessThanOrEqualTo(Math.PI / symmetry + 1e-9);
        RigidPose same = new RigidPose(reported.x(), reported.y(), reported.theta());
        assertThat(RenderedDice.apart(same, pose, symmetry)).isLessThan(1e-9);
    }

    @Test
    void aFreeFaceHasNoAngle() {
        PictureFrame frame = new PictureFrame(256, 192, FRAME, new RigidPose(3, -2, 1));

        assertThat(frame.pose(ONE).hasAngle()).isFalse();
        assertThat(frame.pose(ONE).x()).isEqualTo(6);
        assertThat(frame.pose(SIX)).isEqualTo(new Pose(6, -4, 1));
    }

    @Test
    void beyondTheMapThereIsNoHeat() {
        GrayF32 map = Planes.flat(128, 96, 5);

        GrayF32 heat = new PictureFrame(128, 96, FRAME, new RigidPose(40, 0, 0)).heatMap(map);

        assertThat(heat.get(10, 48)).isZero();
        assertThat(heat.get(90, 48)).isEqualTo(5);
    }
}
