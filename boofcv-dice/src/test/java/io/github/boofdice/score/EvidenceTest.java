package io.github.boofdice.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.Planes;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {
    private static final Frame FRAME = new Frame(128, 128);
    private static final int PATCH = 0;
    private static final int LINE = 1;
    private static final int TEXTURE = 2;

    /** Windows of 5 of 128 pixels, odd in every frame. */
    @ParameterizedTest
    @CsvSource({"128, 5", "32, 1", "64, 3", "256, 11", "512, 21"})
    void aPatchIsTheMeanOfItsWindowAndALineIsSoughtInWhatIsLeft(int side, int window) {
        Frame frame = new Frame(side, side);
        GrayF32 deviation = Deviations.noise(frame, 1);

        Evidence found = Deviations.gathered(frame, deviation);

        GrayF32 patch = found.light(PATCH);
        assertThat((double) patch.get(side / 2, side / 3)).isCloseTo(box(deviation, side, window), within(1e-3));
        GrayF32 light = new GrayF32(side, side);
        GrayF32 dark = new GrayF32(side, side);
        new LineMean(frame).apply(Deviations.sum(deviation, -1, patch), light, dark);
        assertThat(found.light(LINE).data).isEqualTo(light.data);
        assertThat(found.dark(LINE).data).isEqualTo(dark.data);
        assertThat(found.deviation().data).isEqualTo(deviation.data);
    }

    private static double box(GrayF32 deviation, int side, int window) {
        double sum = 0;
        for (int dy = -window / 2; dy <= window / 2; dy++) {
            for (int dx = -window / 2; dx <= window / 2; dx++) {
                sum += deviation.get(side / 2 + dx, side / 3 + dy);
            }
        }
        return sum / (window * window);
    }

    @Property(tries = 10, seed = "1", shrinking = ShrinkingMode.OFF)
    void whatIsLightOfADeviationIsDarkOfItsOpposite(@ForAll long seed) {
        GrayF32 deviation = Deviations.noise(FRAME, seed);
        Evidence found = Deviations.gathered(FRAME, deviation);

        Evidence opposite = Deviations.gathered(FRAME, Deviations.sum(new GrayF32(128, 128), -1, deviation));

        for (int f = 0; f < Evidence.SIGNED; f++) {
            assertSame(opposite.dark(f), found.light(f), 1);
            assertSame(opposite.light(f), found.dark(f), 1);
        }
        assertSame(found.dark(PATCH), found.light(PATCH), -1);
    }

    /** A power of two: not a bit may differ. */
    @Property(tries = 10, seed = "2", shrinking = ShrinkingMode.OFF)
    void twiceTheDeviationIsTwiceTheEvidence(@ForAll long seed) {
        GrayF32 deviation = Deviations.noise(FRAME, seed);
        Evidence found = Deviations.gathered(FRAME, deviation);

        Evidence twice = Deviations.gathered(FRAME, Deviations.sum(deviation, 1, deviation));

        for (int f = 0; f < Evidence.SIGNED; f++) {
            assertSame(twice.light(f), found.light(f), 2);
            assertSame(twice.dark(f), found.dark(f), 2);
        }
    }

    /** Whatever its sign. */
    @Property(tries = 10, seed = "6", shrinking = ShrinkingMode.OFF)
    void textureIsTheSameOfADeviationAndOfItsOpposite(@ForAll long seed) {
        GrayF32 deviation = Deviations.noise(FRAME, seed);
        GrayF32 found = Deviations.gathered(FRAME, deviation).light(TEXTURE);

        Evidence other = Deviations.gathered(FRAME, Deviations.sum(new GrayF32(128, 128), -1, deviation));

        assertSame(other.light(TEXTURE), found, 1);
        assertThat(other.dark(TEXTURE).data).containsOnly(0f);
    }

    /** Focus, contrast and a camera's noise change all of a face alike: what is usual changes with it. */
    @Property(tries = 10, seed = "8", shrinking = ShrinkingMode.OFF)
    void aFaceThatIsRougherAllOverHasNoMoreTexture(@ForAll long seed) {
        GrayF32 faint = Deviations.sum(new GrayF32(128, 128), 0.05f, Deviations.noise(FRAME, seed));
        GrayF32 shares = new GrayF32(128, 128);
        new Texture(FRAME).wide(faint, shares);
        Evidence evidence = new Evidence(FRAME);
        evidence.deviation().setTo(Deviations.sum(new GrayF32(128, 128), 4, faint));

        evidence.gather(shares);

        for (float more : evidence.light(TEXTURE).data) {
            assertThat(more).isCloseTo(0, within(1e-5f));
        }
    }

    /** The definition, and that usual texture is taken away. */
    @Property(tries = 10, seed = "7", shrinking = ShrinkingMode.OFF)
    void textureIsTheRoughnessAroundAPixelBeyondTheUsualShareOfTheFaces(@ForAll long seed) {
        GrayF32 deviation = Deviations.noise(FRAME, seed);
        GrayF32 usual = Planes.noise(128, 128, seed + 1);
        Evidence evidence = new Evidence(FRAME);
        evidence.deviation().setTo(deviation);

        evidence.gather(usual);

        double[] wide = new double[128 * 128];
        double sum = 0;
        int scored = 0;
        for (int y = 7; y < 121; y++) {
            for (int x = 7; x < 121; x++) {
                for (int v = y - 5; v <= y + 5; v++) {
                    for (int u = x - 5; u <= x + 5; u++) {
                        double around = (deviation.get(u - 1, v)
                                        + deviation.get(u + 1, v)
                                        + deviation.get(u, v - 1)
                                        + deviation.get(u, v + 1))
                                / 4;
                        wide[y * 128 + x] += Math.min(3, Math.abs(deviation.get(u, v) - around)) / 121;
                    }
                }
                boolean counts = Math.hypot(x - 63.5, y - 63.5) <= 50;
                sum += counts ? wide[y * 128 + x] : 0;
                scored += counts ? 1 : 0;
            }
        }
        for (int at : new int[] {64 * 128 + 64, 40 * 128 + 80, 90 * 128 + 30}) {
            assertThat((double) evidence.light(TEXTURE).data[at])
                    .isCloseTo(wide[at] - sum / scored * usual.data[at], within(1e-2));
        }
    }

    /** Three letters of faint lines among grain twice as faint: no patch and no line stands out, the texture does. */
    @Test
    void hatchingStandsOutByItsTexture() {
        GrayF32 grain = Deviations.noise(FRAME, 3);
        GrayF32 hatched = Deviations.sum(new GrayF32(128, 128), 0.3f, grain);
        for (int y = 60; y < 70; y++) {
            for (int x = 55; x < 75; x += 2) {
                hatched.set(x, y, hatched.get(x, y) + 4);
                hatched.set(x + 1, y, hatched.get(x + 1, y) - 4);
            }
        }

        GrayF32 texture = Deviations.gathered(FRAME, hatched).light(TEXTURE);

        int most = 0;
        for (int i = 0; i < texture.data.length; i++) {
            most = texture.data[i] > texture.data[most] ? i : most;
        }
        assertThat(most % 128).isBetween(55, 75);
        assertThat(most / 128).isBetween(58, 72);
        assertThat(texture.data[most]).isGreaterThan(1.2f);
    }

    /** Exactly, but 0 is -0. */
    private static void assertSame(GrayF32 actual, GrayF32 expected, float factor) {
        for (int i = 0; i < actual.data.length; i++) {
            assertThat(actual.data[i] == factor * expected.data[i]).isTrue();
        }
    }

    /** What two defects do in one place adds up over a patch; two lines that cross are no better than both together. */
    @Property(tries = 10, seed = "3", shrinking = ShrinkingMode.OFF)
    void evidenceAddsUp(@ForAll long seed, @ForAll @FloatRange(min = -3, max = 3) float factor) {
        GrayF32 one = Deviations.noise(FRAME, seed);
        GrayF32 other = Deviations.sum(new GrayF32(128, 128), factor, Deviations.noise(FRAME, seed + 1));
        Evidence ofOne = Deviations.gathered(FRAME, one);
        Evidence ofOther = Deviations.gathered(FRAME, other);

        Evidence both = Deviations.gathered(FRAME, Deviations.sum(one, 1, other));

        for (int i = 0; i < 128 * 128; i++) {
            assertThat(both.light(PATCH).data[i])
                    .isCloseTo(ofOne.light(PATCH).data[i] + ofOther.light(PATCH).data[i], within(1e-3f));
            assertThat(both.light(LINE).data[i])
                    .isLessThanOrEqualTo(ofOne.light(LINE).data[i] + ofOther.light(LINE).data[i] + 1e-3f);
            assertThat(both.dark(LINE).data[i])
                    .isLessThanOrEqualTo(ofOne.dark(LINE).data[i] + ofOther.dark(LINE).data[i] + 1e-3f);
        }
    }

    /** Slow light that gets past the band-pass is no line. */
    @ParameterizedTest
    @CsvSource({"3", "-7.5", "22"})
    void aConstantPatchReadsItsLevelAndIsNoLine(float level) {
        GrayF32 deviation = new GrayF32(128, 128);
        for (int y = 45; y < 80; y++) {
            for (int x = 45; x < 80; x++) {
                deviation.set(x, y, level);
            }
        }

        Evidence found = Deviations.gathered(FRAME, deviation);

        for (int at = 47; at < 78; at++) {
            assertThat(found.light(PATCH).get(at, 60)).isCloseTo(level, within(1e-4f));
            assertThat(found.dark(PATCH).get(60, at)).isCloseTo(-level, within(1e-4f));
        }
        assertThat(found.light(LINE).get(62, 62)).isCloseTo(0, within(1e-4f));
        assertThat(found.dark(LINE).get(62, 62)).isCloseTo(0, within(1e-4f));
    }

    /** The patch takes a fifth of a line one pixel wide; wherever it runs and whichever way, a line reads what is left of its height. */
    @Property(tries = 48, seed = "4", shrinking = ShrinkingMode.OFF)
    void aStraightLineReadsItsHeightLessItsPatch(
            @ForAll @IntRange(min = -5, max = 5) int aside,
            @ForAll boolean flat,
            @ForAll @IntRange(min = -8, max = 8) int right,
            @ForAll @IntRange(min = -8, max = 8) int down,
            @ForAll @FloatRange(min = 1, max = 20) float height) {
        // Lines are laid half a pixel from the middle of every three pixels; 63 is one.
        int x = 63 + 3 * right;
        int y = 63 + 3 * down;
        GrayF32 light = line(aside / 6.0, flat, x, y, height);

        Evidence found = Deviations.gathered(FRAME, light);
        Evidence opposite = Deviations.gathered(FRAME, Deviations.sum(new GrayF32(128, 128), -1, light));

        float read = found.light(LINE).get(x, y);
        assertThat(read / height).isBetween(0.3f, 0.85f);
        assertThat(opposite.dark(LINE).get(x, y)).isEqualTo(read);
        assertThat(found.dark(LINE).get(x, y)).isLessThan(0.2f * height);
    }

    /** A scratch is two pixels wide once a lens and the smoothing have seen it; at no angle and in no place is it overlooked. */
    @Property(tries = 48, seed = "5", shrinking = ShrinkingMode.OFF)
    void aScratchAtAnyAngleReadsAQuarterOfItsHeightAtLeast(
            @ForAll @DoubleRange(max = 180) @Scale(3) double degrees,
            @ForAll @DoubleRange(min = 50, max = 76) @Scale(3) double x,
            @ForAll @DoubleRange(min = 50, max = 76) @Scale(3) double y) {
        GrayF32 scratch = new GrayF32(128, 128);
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        for (int i = 0; i < scratch.data.length; i++) {
            double along = (i % 128 - x) * c + (i / 128 - y) * s;
            double across = (i / 128 - y) * c - (i % 128 - x) * s;
            scratch.data[i] = Math.abs(along) > 10 ? 0 : (float) (10 * Math.exp(-across * across / 2));
        }

        GrayF32 found = Deviations.gathered(FRAME, scratch).light(LINE);

        float most = 0;
        for (float read : found.data) {
            most = Math.max(most, read);
        }
        assertThat(most).isBetween(2.5f, 6f);
    }

    /** Pixels through a place, as a ruler and a pencil would set them. */
    private static GrayF32 line(double slope, boolean flat, int x, int y, float height) {
        GrayF32 plane = new GrayF32(128, 128);
        for (int k = -10; k <= 10; k++) {
            int aside = (int) Math.round(k * slope);
            plane.set(flat ? x + k : x + aside, flat ? y + aside : y + k, height);
        }
        return plane;
    }

    @Test
    void whatIsKeptOfTheLastPictureDoesNotMatter() {
        Evidence evidence = Deviations.gathered(FRAME, Deviations.noise(FRAME, 1));
        evidence.deviation().setTo(Deviations.noise(FRAME, 2));
        evidence.faint().setTo(Deviations.noise(FRAME, 2));
        evidence.gather(new GrayF32(128, 128));

        Evidence fresh = Deviations.gathered(FRAME, Deviations.noise(FRAME, 2));

        for (int f = 0; f < Evidence.FILTERS; f++) {
            assertThat(evidence.light(f).data).isEqualTo(fresh.light(f).data);
            assertThat(evidence.dark(f).data).isEqualTo(fresh.dark(f).data);
        }
    }

    @Test
    void laterChangesToTheListsDoNotMatter() {
        List<GrayF32> planes = new ArrayList<>(List.of(new GrayF32(2, 2), new GrayF32(2, 2), new GrayF32(2, 2)));
        EvidenceLimits limits = new EvidenceLimits(planes, planes, new GrayF32(2, 2));
        planes.clear();

        assertThat(limits.light()).hasSize(3);
        assertThat(limits.dark()).hasSize(3);
    }

    @Test
    void limitsAreMultipliedFilterByFilter() {
        EvidenceLimits limits = new EvidenceLimits(
                List.of(Planes.flat(2, 2, 1), Planes.flat(2, 2, 2), Planes.flat(2, 2, 5)),
                List.of(Planes.flat(2, 2, 3), Planes.flat(2, 2, 4), Planes.flat(2, 2, 6)),
                Planes.flat(2, 2, 7));

        EvidenceLimits times = limits.times(new double[] {10, 0.5, 2});

        assertThat(times.light().get(PATCH).data).containsOnly(10f);
        assertThat(times.light().get(LINE).data).containsOnly(1f);
        assertThat(times.dark().get(PATCH).data).containsOnly(30f);
        assertThat(times.dark().get(LINE).data).containsOnly(2f);
        assertThat(times.light().get(TEXTURE).data).containsOnly(10f);
        assertThat(times.usualTexture().data).containsOnly(7f);
        assertThat(limits.light().get(PATCH).data).containsOnly(1f);
    }

    @Test
    void eachFilterHasItsPlane() {
        GrayF32 plane = new GrayF32(2, 2);
        List<GrayF32> three = List.of(plane, plane, plane);

        assertThatThrownBy(() -> new EvidenceLimits(three, three.subList(0, 1), plane))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there must be 3 planes each but there are 3 and 1");
    }
}
