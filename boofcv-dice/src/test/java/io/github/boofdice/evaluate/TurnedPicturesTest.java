package io.github.boofdice.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.evaluate.TurnedPictures.Turn;
import io.github.boofdice.image.RigidPose;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TurnedPicturesTest {
    @Test
    void theTurnDependsOnSeedAndNameAlone() {
        TurnedPictures turned = new TurnedPictures(5);
        Turn first = turned.turnOf("normal/00/a.png");
        turned.turnOf("normal/00/b.png");

        assertThat(turned.turnOf("normal/00/a.png")).isEqualTo(first);
        assertThat(new TurnedPictures(5).turnOf("normal/00/a.png")).isEqualTo(first);
        assertThat(new TurnedPictures(6).turnOf("normal/00/a.png")).isNotEqualTo(first);
        assertThat(turned.turnOf("normal/00/b.png")).isNotEqualTo(first);
    }

    @Test
    void turnsFillTheirRangeEvenly() {
        TurnedPictures turned = new TurnedPictures(1);
        int[] sectors = new int[8];
        double farthest = 0;
        Set<Turn> different = new HashSet<>();
        for (int i = 0; i < 4000; i++) {
            Turn turn = turned.turnOf("normal/05/16_09_21_05_%03d.jpg".formatted(i));
            different.add(turn);
            sectors[(int) ((turn.angle() + Math.PI) / (2 * Math.PI) * 8)]++;
            assertThat(Math.abs(turn.aboutX())).isLessThanOrEqualTo(2);
            assertThat(Math.abs(turn.aboutY())).isLessThanOrEqualTo(2);
            assertThat(Math.abs(turn.shiftY())).isLessThanOrEqualTo(3);
            farthest = Math.max(farthest, Math.abs(turn.shiftX()));
        }

        assertThat(different).hasSize(4000);
        // 500 expected a sector, standard deviation 21.
        assertThat(Arrays.stream(sectors).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(400, 600));
        assertThat(farthest).isBetween(2.9, 3.0);
    }

    @Test
    void aQuarterTurnClockwiseBringsTheTopToTheRight() {
        GrayF32 picture = new GrayF32(33, 33);
        picture.set(16, 4, 200);

        GrayF32 turned = TurnedPictures.apply(new Turn(Math.PI / 2, 0, 0, 0, 0), picture);

        assertThat(turned.get(28, 16)).isCloseTo(200, within(0.1f));
        assertThat(turned.get(16, 4)).isCloseTo(0, within(0.1f));
    }

    @Test
    void theShiftComesAfterTheTurnAboutThePoint() {
        GrayF32 picture = new GrayF32(33, 33);
        picture.set(18, 17, 200);

        // The point itself, 2 to the right and 1 below the middle, does not turn: it is shifted only.
        GrayF32 turned = TurnedPictures.apply(new Turn(1.1, 2, 1, 3, -2), picture);

        assertThat(turned.get(21, 15)).isCloseTo(200, within(0.1f));
    }

    @Test
    void noTurnChangesNothing() {
        GrayF32 picture = ramp();

        assertThat(TurnedPictures.apply(new Turn(0, 1, -1, 0, 0), picture).data)
                .containsExactly(picture.data, Offset.offset(1e-3f));
    }

    @Test
    void edgePixelsAreReplicatedAndGreyLevelsKeepTheirRange() {
        GrayF32 white = new GrayF32(40, 33);
        Arrays.fill(white.data, 255);
        white.set(20, 16, 0);

        GrayF32 turned = TurnedPictures.apply(new Turn(0.7, 1, 1, 3, 3), white);

        for (float value : turned.data) {
            assertThat(value).isBetween(0f, 255f);
        }
        assertThat(turned.get(0, 0)).isCloseTo(255, within(0.001f));
        assertThat(turned.get(39, 32)).isCloseTo(255, within(0.001f));
    }

    @Property(tries = 50, seed = "1021")
    void aTurnMovesPointsAsItsPoseSays(
            @ForAll @DoubleRange(min = -3.1, max = 3.1) double angle,
            @ForAll @DoubleRange(min = -2, max = 2) double about,
            @ForAll @DoubleRange(min = -3, max = 3) double shift) {
        Turn turn = new Turn(angle, about, -about, shift, shift / 2);
        GrayF32 picture = ramp();

        GrayF32 turned = TurnedPictures.apply(turn, picture);

        // A plane of constant slope keeps it under a warp: the value at a moved point is the one it had.
        RigidPose pose = turn.aboutMiddle();
        double x = 5 * Math.cos(angle) - 3 * Math.sin(angle) + pose.x();
        double y = 5 * Math.sin(angle) + 3 * Math.cos(angle) + pose.y();
        double moved = bilinear(turned, 24.5 + x, 24.5 + y);
        assertThat(moved).isCloseTo(bilinear(picture, 24.5 + 5, 24.5 + 3), within(0.01));
    }

    private static GrayF32 ramp() {
        GrayF32 picture = new GrayF32(50, 50);
        for (int y = 0; y < 50; y++) {
            for (int x = 0; x < 50; x++) {
                picture.set(x, y, 20 + 2.5f * x + 1.5f * y);
            }
        }
        return picture;
    }

    private static double bilinear(GrayF32 picture, double x, double y) {
        int left = (int) x;
        int top = (int) y;
        double a = x - left;
        double b = y - top;
        return (1 - b) * ((1 - a) * picture.get(left, top) + a * picture.get(left + 1, top))
                + b * ((1 - a) * picture.get(left, top + 1) + a * picture.get(left + 1, top + 1));
    }
}
