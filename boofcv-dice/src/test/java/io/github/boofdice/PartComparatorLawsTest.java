package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Bicubic;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.score.Polarity;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What is only moved, relit or noisy is no defect; what is one stays one. On a part of a drawn board, grey and binary, so that each try is quick. */
class PartComparatorLawsTest {
    private static final int SIDE = 256;
    private static final int TRIES = 15;
    /** Length of a stretch's wave in pixels; one half as long moves an edge in a corner that has no others by more than the field follows. */
    private static final double WAVE = 800;

    /** A grey board and a black and white one, whose tracks run in several directions, and their comparators. */
    private record Part(GrayF32 template, PartComparator comparator) {
        static Part of(GrayF32 whole, int x, int y) {
            GrayF32 part = whole.subimage(x, y, x + SIDE, y + SIDE).clone();
            return new Part(part, PartComparator.of(part));
        }
    }

    private final Part[] parts = Parts.ALL;

    private static final class Parts {
        static final Part[] ALL = {
            Part.of(Boards.template(Boards.PLAIN), 100, 60),
            Part.of(Boards.template(Boards.PLAIN), 380, 300),
            Part.of(Boards.template(Boards.BINARY), 40, 200)
        };
    }

    private void showsNothing(int part, GrayF32 picture) {
        assertThat(parts[part].comparator.compare(picture).regions()).isEmpty();
    }

    private static GrayF32 changed(GrayF32 plane, DoubleUnaryOperator change) {
        GrayF32 out = plane.clone();
        for (int i = 0; i < out.data.length; i++) {
            out.data[i] = (float) Math.max(0, Math.min(255, change.applyAsDouble(out.data[i])));
        }
        return out;
    }

    @Property(tries = 3)
    void aTemplateDoesNotDifferFromItself(@ForAll @IntRange(max = 2) int part) {
        PartComparison found = parts[part].comparator.compare(parts[part].template);

        assertThat(found.regions()).isEmpty();
        assertThat(found.heatMap().data).containsOnly(0);
    }

    @Property(tries = TRIES)
    void aShiftOrASmallTurnIsNoDefect(
            @ForAll @IntRange(max = 2) int part,
            @ForAll @DoubleRange(min = -4, max = 4) double dx,
            @ForAll @DoubleRange(min = -4, max = 4) double dy,
            @ForAll @DoubleRange(min = -1, max = 1) double degrees) {
        RigidPose pose = new RigidPose(dx, dy, Math.toRadians(degrees));
        showsNothing(part, changed(Warp.toTemplate(parts[part].template, pose), level -> level));
    }

    @Property(tries = TRIES)
    void aSmoothStretchIsNoDefect(
            @ForAll @IntRange(max = 2) int part,
            @ForAll @DoubleRange(min = -3, max = 3) double most,
            @ForAll @DoubleRange(min = 0, max = 6.28) double phase) {
        GrayF32 template = parts[part].template;
        GrayF32 stretched = template.clone();
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double dx = most * Math.sin(2 * Math.PI * y / WAVE + phase);
                double dy = most * Math.cos(2 * Math.PI * x / WAVE + phase);
                stretched.set(x, y, Bicubic.sample(template, (float) (x + dx), (float) (y + dy)));
            }
        }
        showsNothing(part, changed(stretched, level -> level));
    }

    @Property(tries = TRIES)
    void anotherLightIsNoDefect(
            @ForAll @IntRange(max = 2) int part,
            @ForAll @DoubleRange(min = 0.6, max = 1.5) double gain,
            @ForAll @DoubleRange(min = -40, max = 60) double offset) {
        showsNothing(part, changed(parts[part].template, level -> gain * level + offset));
    }

    @Property(tries = TRIES)
    void aLightThatFallsOffIsNoDefect(
            @ForAll @IntRange(max = 2) int part, @ForAll @DoubleRange(min = -0.15, max = 0.15) double slope) {
        GrayF32 lit = parts[part].template.clone();
        for (int i = 0; i < lit.data.length; i++) {
            lit.data[i] = (float) Math.min(255, lit.data[i] * (1 + slope * (2.0 * (i % SIDE) / SIDE - 1)));
        }
        showsNothing(part, lit);
    }

    @Property(tries = TRIES)
    void noiseIsNoDefect(
            @ForAll @IntRange(max = 2) int part,
            @ForAll @DoubleRange(min = 0, max = 3) double sigma,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        showsNothing(part, changed(parts[part].template, level -> level + sigma * random.nextGaussian()));
    }

    @Property(tries = TRIES)
    void aSpotIsFoundWhereItLiesAndNothingElse(
            @ForAll @IntRange(max = 2) int part,
            @ForAll @IntRange(min = 20, max = 220) int x,
            @ForAll @IntRange(min = 20, max = 220) int y,
            @ForAll @IntRange(min = 4, max = 12) int side) {
        GrayF32 template = parts[part].template;
        GrayF32 spotted = template.clone();
        boolean lighter = template.get(x, y) < 128;
        int changed = 0;
        for (int v = y; v < y + side; v++) {
            for (int u = x; u < x + side; u++) {
                float level = lighter ? 200 : 20;
                changed += Math.abs(level - template.get(u, v)) > 90 ? 1 : 0;
                spotted.set(u, v, level);
            }
        }
        Assume.that(changed == side * side);

        PartComparison found = parts[part].comparator.compare(spotted);

        assertThat(found.regions()).singleElement().satisfies(region -> {
            assertThat(region.polarity()).isEqualTo(lighter ? Polarity.LIGHT : Polarity.DARK);
            assertThat(region.x()).isBetween(x - 4, x);
            assertThat(region.y()).isBetween(y - 4, y);
            assertThat(region.x() + region.width()).isBetween(x + side, x + side + 4);
            assertThat(region.y() + region.height()).isBetween(y + side, y + side + 4);
            assertThat(region.area()).isEqualTo(side * side);
            assertThat(region.centroidX()).isEqualTo(x + (side - 1) / 2.0);
            assertThat(region.centroidY()).isEqualTo(y + (side - 1) / 2.0);
            assertThat(region.share()).isEqualTo(1);
        });
        assertThat(found.heatMap().get(x + side / 2, y + side / 2)).isGreaterThan(1);
    }
}
