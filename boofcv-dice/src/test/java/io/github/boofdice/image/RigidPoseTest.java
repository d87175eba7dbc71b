package io.github.boofdice.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class RigidPoseTest {
    @Provide
    Arbitrary<RigidPose> poses() {
        Arbitrary<Double> shifts = Arbitraries.doubles().between(-50, 50).ofScale(6);
        Arbitrary<Double> angles =
                Arbitraries.doubles().between(-180, 180).ofScale(6).map(Math::toRadians);
        return Combinators.combine(shifts, shifts, angles).as(RigidPose::new);
    }

    @Property(tries = 200, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void aPoseAndItsInverseCancelOnBothSides(@ForAll("poses") RigidPose pose) {
        assertSame(pose.after(pose.inverse()), RigidPose.IDENTITY);
        assertSame(pose.inverse().after(pose), RigidPose.IDENTITY);
        assertSame(pose.inverse().inverse(), pose);
    }

    @Property(tries = 200, seed = "2", edgeCases = EdgeCasesMode.NONE)
    void theIdentityChangesNothing(@ForAll("poses") RigidPose pose) {
        assertSame(pose.after(RigidPose.IDENTITY), pose);
        assertSame(RigidPose.IDENTITY.after(pose), pose);
    }

    @Property(tries = 200, seed = "3", edgeCases = EdgeCasesMode.NONE)
    void afterIsAssociativeAndItsInverseRunsBackwards(
            @ForAll("poses") RigidPose a, @ForAll("poses") RigidPose b, @ForAll("poses") RigidPose c) {
        assertSame(a.after(b).after(c), a.after(b.after(c)));
        assertSame(a.after(b).inverse(), b.inverse().after(a.inverse()));
    }

    @Property(tries = 200, seed = "4", edgeCases = EdgeCasesMode.NONE)
    void afterAppliesTheInnerPoseFirst(
            @ForAll("poses") RigidPose outer,
            @ForAll("poses") RigidPose inner,
            @ForAll @DoubleRange(min = -50, max = 50) double u,
            @ForAll @DoubleRange(min = -50, max = 50) double v) {
        double[] oneByOne = apply(outer, apply(inner, u, v));
        double[] atOnce = apply(outer.after(inner), u, v);

        assertThat(atOnce[0]).isCloseTo(oneByOne[0], within(1e-9));
        assertThat(atOnce[1]).isCloseTo(oneByOne[1], within(1e-9));
    }

    @Property(tries = 200, seed = "5", edgeCases = EdgeCasesMode.NONE)
    void scalingAPoseScalesTheTurnedPoints(
            @ForAll("poses") RigidPose pose, @ForAll @DoubleRange(min = 0.1, max = 10) double scale) {
        double[] small = apply(pose, 3, -7);
        double[] large = apply(pose.scaled(scale), 3 * scale, -7 * scale);

        assertThat(large[0]).isCloseTo(scale * small[0], within(1e-9));
        assertThat(large[1]).isCloseTo(scale * small[1], within(1e-9));
    }

    @Property(tries = 300, seed = "6")
    void wrappedAnglesLieInTheHalfOpenRangeAndMeanTheSame(
            @ForAll @DoubleRange(min = -60, max = 60) @Scale(9) double angle) {
        double wrapped = RigidPose.wrap(angle);

        assertThat(wrapped).isGreaterThan(-Math.PI).isLessThanOrEqualTo(Math.PI);
        assertThat(Math.cos(wrapped)).isCloseTo(Math.cos(angle), within(1e-12));
        assertThat(Math.sin(wrapped)).isCloseTo(Math.sin(angle), within(1e-12));
    }

    @Test
    void halfATurnEitherWayIsPlusPi() {
        assertThat(RigidPose.wrap(Math.PI)).isEqualTo(Math.PI);
        assertThat(RigidPose.wrap(-Math.PI)).isEqualTo(Math.PI);
        assertThat(RigidPose.wrap(0)).isZero();
        assertThat(new RigidPose(0, 0, Math.PI).inverse().theta()).isEqualTo(Math.PI);
    }

    @Test
    void aQuarterTurnClockwiseBringsTheRightToTheBottom() {
        double[] turned = apply(new RigidPose(0, 0, Math.PI / 2), 10, 0);

        assertThat(turned[0]).isCloseTo(0, within(1e-12));
        assertThat(turned[1]).isCloseTo(10, within(1e-12));
        assertThat(new RigidPose(3, -4, 1).shift()).isEqualTo(5);
    }

    /** The definition: R(theta) q + (x, y). */
    private static double[] apply(RigidPose pose, double... q) {
        double c = Math.cos(pose.theta());
        double s = Math.sin(pose.theta());
        return new double[] {pose.x() + c * q[0] - s * q[1], pose.y() + s * q[0] + c * q[1]};
    }

    private static void assertSame(RigidPose actual, RigidPose expected) {
        assertThat(actual.x()).isCloseTo(expected.x(), within(1e-9));
        assertThat(actual.y()).isCloseTo(expected.y(), within(1e-9));
        assertThat(RigidPose.wrap(actual.theta() - expected.theta())).isCloseTo(0, within(1e-9));
    }
}
