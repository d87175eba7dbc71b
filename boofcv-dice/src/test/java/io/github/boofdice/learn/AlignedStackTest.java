package io.github.boofdice.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.RenderedDice;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.Planes;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;
import io.github.boofdice.testdata.Face;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlignedStackTest {
    private static final Frame FRAME = RenderedDice.LEVELS.frame();

    private static List<PictureLevels> waves(int count) {
        List<PictureLevels> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pictures.add(RenderedDice.LEVELS.prepare(Planes.waves(128, 128, 4, i)));
        }
        return pictures;
    }

    private static boolean inFace(int i) {
        return Math.hypot(i % 128 - 63.5, i / 128 - 63.5) <= 52;
    }

    @Test
    void thePicturesOutsideAFoldMakeWhatTheyWouldMakeAlone() {
        List<PictureLevels> pictures = waves(7);
        AlignedStack all = new AlignedStack(FRAME, 1, 3);
        AlignedStack some = new AlignedStack(FRAME, 1, 1);
        for (int i = 0; i < 7; i++) {
            RigidPose pose = new RigidPose(0.3 * i, -0.2 * i, 0.5 * i);
            all.add(i % 3, pictures.get(i), pose, 1.1);
            if (i % 3 != 1) {
                some.add(0, pictures.get(i), pose, 1.1);
            }
        }

        Template without = all.templateWithout(1, "a");
        Template alone = some.template("a");

        assertThat(without.centre().data).isEqualTo(alone.centre().data);
        assertThat(without.spreadLight().data).isEqualTo(alone.spreadLight().data);
        assertThat(without.spreadDark().data).isEqualTo(alone.spreadDark().data);
        for (int i = 0; i < 128 * 128; i++) {
            assertThat(without.grey().data[i]).isCloseTo(alone.grey().data[i], within(1e-3f));
        }
        assertThat(all.size()).isEqualTo(7);
        assertThat(all.hasOutside(1)).isTrue();
        assertThat(some.hasOutside(0)).isFalse();
    }

    @Test
    void aMinorityOfBadPicturesDoesNotShowInTheCentre() {
        PictureLevels good = RenderedDice.LEVELS.prepare(
                RenderedDice.IDEAL.get(Face.FIVE.ordinal()).grey());
        AlignedStack stack = new AlignedStack(FRAME, 1, 1);
        for (int i = 0; i < 5; i++) {
            stack.add(0, i < 3 ? good : waves(2).get(i - 3), RigidPose.IDENTITY, 1);
        }

        Template template = stack.template("five");

        for (int i = 0; i < 128 * 128; i++) {
            if (inFace(i)) {
                assertThat(template.centre().data[i]).isEqualTo(good.fine().data[i]);
            }
        }
    }

    @Test
    void lighterAndDarkerDeviationsSpreadApart() {
        GrayF32 plain = Planes.flat(128, 128, 100);
        AlignedStack stack = new AlignedStack(FRAME, 1, 1);
        for (int i = 0; i < 40; i++) {
            GrayF32 grey = plain.clone();
            if (i % 4 == 0) {
                grey.set(64, 64, 200);
                grey.set(40, 64, 0);
            }
            stack.add(0, RenderedDice.LEVELS.prepare(grey), RigidPose.IDENTITY, 1);
        }

        Template template = stack.template("");

        float flat = template.spreadLight().get(64, 90);
        assertThat(template.spreadLight().get(64, 64)).isGreaterThan(5 * flat);
        assertThat(template.spreadDark().get(64, 64)).isCloseTo(flat, within(0.01f));
        assertThat(template.spreadDark().get(40, 64)).isGreaterThan(5 * flat);
        assertThat(template.spreadLight().get(40, 64)).isCloseTo(flat, within(0.01f));
        // Twice the mean square of one side, as if the other were its mirror image; ten usual pictures are mixed in.
        double peak = RenderedDice.LEVELS.prepare(bright(plain)).fine().get(64, 64);
        double expected = Math.sqrt((40 * 2 * peak * peak / 4 + 10 * 1.2 * 1.2) / 50);
        assertThat((double) template.spreadLight().get(64, 64)).isCloseTo(expected, within(0.05 * expected));
    }

    private static GrayF32 bright(GrayF32 plain) {
        GrayF32 grey = plain.clone();
        grey.set(64, 64, 200);
        return grey;
    }

    @Test
    void theGainIsTakenOut() {
        GrayF32 six = RenderedDice.IDEAL.get(Face.SIX.ordinal()).grey();
        GrayF32 dim = six.clone();
        for (int i = 0; i < dim.data.length; i++) {
            dim.data[i] = 0.5f * six.data[i];
        }
        AlignedStack stack = new AlignedStack(FRAME, 1, 1);
        stack.add(0, RenderedDice.LEVELS.prepare(dim), RigidPose.IDENTITY, 0.5);

        GrayF32 centre = stack.template("").centre();

        GrayF32 expected = RenderedDice.LEVELS.prepare(six).fine();
        for (int i = 0; i < 128 * 128; i++) {
            if (inFace(i)) {
                assertThat(centre.data[i]).isCloseTo(expected.data[i], within(1e-3f));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void aSymmetricFaceIsAveragedOverItsEquivalentPoses(int order) {
        // One upright wave pattern, as often as there are poses: the average must look the same after a turn.
        PictureLevels picture = RenderedDice.LEVELS.prepare(Planes.waves(128, 128, 6, 3));
        AlignedStack stack = new AlignedStack(FRAME, order, 1);
        for (int i = 0; i < order; i++) {
            stack.add(0, picture, RigidPose.IDENTITY, 1);
        }

        GrayF32 grey = stack.template("").grey();

        GrayF32 turned = io.github.boofdice.image.Warp.toTemplate(grey, new RigidPose(0, 0, 2 * Math.PI / order));
        for (int i = 0; i < 128 * 128; i++) {
            assertThat(turned.data[i]).isCloseTo(grey.data[i], within(0.5f));
        }
    }

    /** Median, and twice the mean square of what lies above it and of what lies below; ten pictures' worth of what its slopes make usual. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void aTemplateIsItsDefinition(int pictures) {
        AlignedStack stack = new AlignedStack(FRAME, 1, 1);
        List<PictureLevels> levels = waves(pictures);
        levels.forEach(picture -> stack.add(0, picture, RigidPose.IDENTITY, 1));

        Template template = stack.template("");

        for (int i = 0; i < 128 * 128; i++) {
            if (!inFace(i)) {
                continue;
            }
            int at = i;
            double[] column = levels.stream()
                    .mapToDouble(picture -> picture.fine().data[at])
                    .sorted()
                    .toArray();
            double middle = column[pictures / 2];
            double above = 0;
            double below = 0;
            for (double value : column) {
                above += Math.pow(Math.max(0, value - middle), 2);
                below += Math.pow(Math.min(0, value - middle), 2);
            }
            GrayF32 centre = template.centre();
            double slope =
                    Math.hypot(centre.data[i + 1] - centre.data[i - 1], centre.data[i + 128] - centre.data[i - 128])
                            / 2;
            double usual = 10 * Math.pow(1.2 + 0.4 * slope, 2);
            assertThat((double) centre.data[i]).isEqualTo(middle);
            assertThat((double) template.spreadLight().data[i])
                    .isCloseTo(Math.sqrt((2 * above + usual) / (pictures + 10)), within(1e-3));
            assertThat((double) template.spreadDark().data[i])
                    .isCloseTo(Math.sqrt((2 * below + usual) / (pictures + 10)), within(1e-3));
        }
    }
}
