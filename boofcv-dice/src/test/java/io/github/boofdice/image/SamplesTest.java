package io.github.boofdice.image;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class SamplesTest {
    private final Samples samples = new Samples();

    /** To the last bit; inside, where no pixel needs the edge, and beyond it; at places between pixels and on them. */
    @Property(tries = 200, seed = "2")
    void theSamplesOfADiscAreThoseOfItsPixelsOneByOne(
            @ForAll @DoubleRange(min = 3, max = 20) @Scale(1) double radius,
            @ForAll @DoubleRange(min = -9, max = 9) @Scale(1) double x,
            @ForAll @DoubleRange(min = -9, max = 9) @Scale(3) double y,
            @ForAll @DoubleRange(min = -180, max = 180) @Scale(1) double degrees,
            @ForAll boolean upright,
            @ForAll boolean window) {
        GrayF32 noise = Planes.noise(47, 39, 1);
        GrayF32 plane = window ? Planes.asSubimage(noise) : noise;
        PixelDisc disc = new PixelDisc(47, 39, radius);
        RigidPose pose = new RigidPose(x, y, upright ? 0 : Math.toRadians(degrees));
        float c = (float) pose.cos();
        float s = (float) pose.sin();

        float[] seen = samples.of(disc, plane, pose);

        for (int i = 0; i < disc.size(); i++) {
            float across = (float) (23 + x) + c * disc.dx(i) - s * disc.dy(i);
            float down = (float) (19 + y) + s * disc.dx(i) + c * disc.dy(i);
            assertThat(seen[i]).isEqualTo(Bilinear.sample(noise, across, down));
        }
    }
}
