package io.github.boofdice.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.RenderedDice;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.Planes;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.score.EvidenceLimits;
import io.github.boofdice.template.Template;
import io.github.boofdice.testdata.Face;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpreadMethodsTest {
    private static final Frame FRAME = new Frame(128, 128);

    /** Flat pictures with normal noise, of which every {@code badEvery}-th has a light spot in the middle; 0 = none. */
    private static Template template(LimitMethod method, int pictures, int badEvery) {
        AlignedStack stack = new AlignedStack(FRAME, 1, 1, method);
        Random random = new Random(1);
        for (int i = 0; i < pictures; i++) {
            GrayF32 grey = Planes.flat(128, 128, 100);
            for (int p = 0; p < grey.data.length; p++) {
                grey.data[p] += (float) (4 * random.nextGaussian());
            }
            if (badEvery > 0 && i % badEvery == 0) {
                grey.set(64, 64, 255);
            }
            stack.add(0, RenderedDice.LEVELS.prepare(grey), RigidPose.IDENTITY, 1);
        }
        return stack.template("");
    }

    private static double mean(GrayF32 plane) {
        double sum = 0;
        for (int y = 40; y < 88; y++) {
            for (int x = 40; x < 88; x++) {
                sum += plane.get(x, y) / (48.0 * 48);
            }
        }
        return sum;
    }

    @Test
    void aMinorityOfBadPicturesWidensStandardSpreadsButNotRobustOnes() {
        float clean = template(LimitMethod.ROBUST, 60, 0).spreadLight().get(64, 64);

        assertThat(template(LimitMethod.ROBUST, 60, 6).spreadLight().get(64, 64))
                .isCloseTo(clean, within(0.5f * clean));
        assertThat(template(LimitMethod.STANDARD, 60, 6).spreadLight().get(64, 64))
                .isGreaterThan(4 * clean);
    }

    @Test
    void ofNormalDeviationsBothSpreadsAreTheSame() {
        Template standard = template(LimitMethod.STANDARD, 60, 0);
        Template robust = template(LimitMethod.ROBUST, 60, 0);

        assertThat(mean(robust.spreadLight())).isCloseTo(mean(standard.spreadLight()), within(0.1));
        assertThat(mean(robust.spreadDark())).isCloseTo(mean(standard.spreadDark()), within(0.1));
        assertThat(robust.centre().data).isEqualTo(standard.centre().data);
    }

    @Test
    void directSpreadsDoNotCountPictures() {
        Template one = template(LimitMethod.DIRECT, 1, 0);
        Template bad = template(LimitMethod.DIRECT, 60, 3);

        assertThat(bad.spreadDark().get(20, 64)).isEqualTo(bad.spreadLight().get(20, 64));
        assertThat(mean(bad.spreadLight())).isLessThan(mean(one.spreadLight()));
    }

    @Test
    void limitsWidenAtEdgesAndWithTheUncertaintyOfThePose() {
        Template five = RenderedDice.IDEAL.get(Face.FIVE.ordinal());
        EvidenceLimits little = RegistrationLimits.of(five, FRAME, 0.3);
        EvidenceLimits more = RegistrationLimits.of(five, FRAME, 0.5);
        double sumLittle = 0;
        double sumMore = 0;
        for (int i = 0; i < 128 * 128; i++) {
            sumLittle += little.light().get(0).data[i];
            sumMore += more.light().get(0).data[i];
        }

        assertThat(sumMore).isBetween(1.3 * sumLittle, 2 * sumLittle);
        Template flat = template(LimitMethod.DIRECT, 60, 0);
        assertThat(mean(little.light().get(0)))
                .isGreaterThan(
                        5 * mean(RegistrationLimits.of(flat, FRAME, 0.3).light().get(0)));
    }

    @Test
    void sharedPowersKeepTheirMeanAndTheRootUndoesThePower() {
        for (double evidence : new double[] {0, 0.3, 2, 70}) {
            assertThat(SharedPowers.root(SharedPowers.power(evidence))).isCloseTo(evidence, within(1e-9));
        }
        assertThat(SharedPowers.power(-3)).isZero();
        GrayF32 powers = new GrayF32(128, 128);
        powers.set(64, 64, 25);
        GrayF32 shared = SharedPowers.of(powers, 1, FRAME);

        assertThat(shared.get(62, 66)).isCloseTo(1, within(1e-5f));
        assertThat(shared.get(61, 64)).isZero();
        assertThat(shared.get(64, 64)).isCloseTo(1, within(1e-5f));
    }
}
