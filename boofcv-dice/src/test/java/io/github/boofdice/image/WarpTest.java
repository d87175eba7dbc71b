package io.github.boofdice.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class WarpTest {
    private static final int SIDE = 96;

    @Test
    void theIdentityReturnsEveryPixel() {
        GrayF32 plane = Planes.noise(31, 22, 1);

        assertThat(Warp.toTemplate(plane, RigidPose.IDENTITY).data).isEqualTo(plane.data);
    }

    @Test
    void aWholePixelShiftMovesThePicture() {
        GrayF32 plane = Planes.noise(31, 22, 1);

        GrayF32 moved = Warp.toTemplate(plane, new RigidPose(3, -2, 0));

        for (int y = 0; y < 22; y++) {
            for (int x = 0; x < 31; x++) {
                assertThat(moved.get(x, y)).isCloseTo(Planes.edge(plane, x + 3, y - 2), within(1e-3f));
            }
        }
    }

    @Test
    void aQuarterTurnIsExact() {
        GrayF32 plane = Planes.noise(25, 25, 1);

        GrayF32 turned = Warp.toTemplate(plane, new RigidPose(0, 0, Math.PI / 2));

        for (int y = 0; y < 25; y++) {
            for (int x = 0; x < 25; x++) {
                // out(q) = picture(R q): what lay at the bottom of the picture lies to the right of the template.
                assertThat(turned.get(x, y)).isCloseTo(plane.get(24 - y, x), within(0.01f));
            }
        }
    }

    @Property(tries = 25, seed = "1")
    void aWarpAndItsInverseCancelInTheInterior(
            @ForAll @DoubleRange(min = -6, max = 6) @Scale(3) double x,
            @ForAll @DoubleRange(min = -6, max = 6) @Scale(3) double y,
            @ForAll @DoubleRange(min = -180, max = 180) @Scale(3) double degrees,
            @ForAll long seed) {
        // Bicubic sampling is exact for parabolas; waves of 12 pixels and more are nearly that.
        GrayF32 plane = Planes.waves(SIDE, SIDE, 6, seed);
        RigidPose pose = new RigidPose(x, y, Math.toRadians(degrees));

        GrayF32 back = Warp.toTemplate(Warp.toTemplate(plane, pose), pose.inverse());

        PixelDisc interior = new PixelDisc(SIDE, SIDE, SIDE / 2.0 - 12);
        for (int i = 0; i < interior.size(); i++) {
            assertThat(back.data[interior.index(i)]).isCloseTo(plane.data[interior.index(i)], within(1f));
        }
    }

    @Property(tries = 25, seed = "2")
    void twoWarpsAreTheWarpByTheirComposition(
            @ForAll @DoubleRange(min = -4, max = 4) @Scale(3) double x,
            @ForAll @DoubleRange(min = -180, max = 180) @Scale(3) double first,
            @ForAll @DoubleRange(min = -180, max = 180) @Scale(3) double second) {
        GrayF32 plane = Planes.waves(SIDE, SIDE, 6, 5);
        RigidPose outer = new RigidPose(x, 1, Math.toRadians(first));
        RigidPose inner = new RigidPose(-2, x, Math.toRadians(second));

        GrayF32 oneByOne = Warp.toTemplate(Warp.toTemplate(plane, outer), inner);
        GrayF32 atOnce = Warp.toTemplate(plane, outer.after(inner));

        PixelDisc interior = new PixelDisc(SIDE, SIDE, SIDE / 2.0 - 14);
        for (int i = 0; i < interior.size(); i++) {
            assertThat(oneByOne.data[interior.index(i)]).isCloseTo(atOnce.data[interior.index(i)], within(1f));
        }
    }

    @Property(tries = 20, seed = "3")
    void theQuickWarpDiffersByWhatBilinearSamplingLoses(
            @ForAll @DoubleRange(min = -6, max = 6) @Scale(3) double x,
            @ForAll @DoubleRange(min = -180, max = 180) @Scale(3) double degrees) {
        GrayF32 plane = Planes.waves(SIDE, SIDE, 6, 5);
        RigidPose pose = new RigidPose(x, -x / 3, Math.toRadians(degrees));

        GrayF32 quick = Warp.quickly(plane, pose);

        GrayF32 exact = Warp.toTemplate(plane, pose);
        for (int i = 0; i < exact.data.length; i++) {
            // Waves of 12 pixels and 18 levels bend by 5 levels a pixel squared; an eighth of that each way, and six
            // waves.
            assertThat(quick.data[i]).isCloseTo(exact.data[i], within(5f));
        }
        assertThat(Warp.quickly(plane, RigidPose.IDENTITY).data).isEqualTo(plane.data);
    }

    @Test
    void subimagesWarpLikeTheirCopies() {
        GrayF32 plane = Planes.noise(31, 22, 1);
        RigidPose pose = new RigidPose(1.5, -2.25, 0.7);

        assertThat(Warp.toTemplate(Planes.asSubimage(plane), pose).data).isEqualTo(Warp.toTemplate(plane, pose).data);
    }

    @Property(tries = 200, seed = "4")
    void everyPixelIsWhatSamplingOneByOneFinds(
            @ForAll @IntRange(min = 4, max = 70) int width,
            @ForAll @IntRange(min = 4, max = 40) int height,
            @ForAll @DoubleRange(min = -50, max = 50) @Scale(3) double x,
            @ForAll @DoubleRange(min = -5, max = 5) @Scale(3) double y,
            @ForAll @DoubleRange(min = -180, max = 180) @Scale(3) double degrees) {
        GrayF32 plane = Planes.asSubimage(Planes.noise(width, height, 1));
        RigidPose pose = new RigidPose(x, y, Math.toRadians(degrees));

        GrayF32 cubic = Warp.toTemplate(plane, pose);
        GrayF32 quick = Warp.quickly(plane, pose);

        float c = (float) pose.cos();
        float s = (float) pose.sin();
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                float u = column - (width - 1) / 2f;
                float v = row - (height - 1) / 2f;
                float across = (float) ((width - 1) / 2f + x) + c * u - s * v;
                float down = (float) ((height - 1) / 2f + y) + s * u + c * v;
                assertThat(cubic.get(column, row)).isEqualTo(Bicubic.sample(plane, across, down));
                assertThat(quick.get(column, row)).isEqualTo(Bilinear.sample(plane, across, down));
            }
        }
    }
}
