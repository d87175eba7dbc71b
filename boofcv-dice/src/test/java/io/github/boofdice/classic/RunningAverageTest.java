package io.github.boofdice.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boofcv.struct.image.GrayU8;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RunningAverageTest {
    @Test
    void averageOfOnePictureIsThatPicture() {
        RunningAverage average = new RunningAverage();
        GrayU8 picture = Grays.random(1, 9, 7);
        average.add(picture);

        assertThat(Grays.pixels(average.average())).containsExactly(Grays.pixels(picture));
        assertThat(average.count()).isEqualTo(1);
    }

    @Property(seed = "20210916")
    void averageOfEqualPicturesIsThatPicture(@ForAll @IntRange(min = 1, max = 60) int count, @ForAll long seed) {
        GrayU8 picture = Grays.random(seed, 5, 4);
        RunningAverage average = new RunningAverage();
        for (int i = 0; i < count; i++) {
            average.add(picture);
        }

        assertThat(Grays.pixels(average.average())).containsExactly(Grays.pixels(picture));
    }

    @Test
    void halvesAreRoundedToEven() {
        assertThat(averageOf(0, 1)).isEqualTo(0);
        assertThat(averageOf(1, 2)).isEqualTo(2);
        assertThat(averageOf(2, 3)).isEqualTo(2);
        assertThat(averageOf(254, 255)).isEqualTo(254);
    }

    @Test
    void averageForgetsStepsOfLessThanHalfAGreyLevel() {
        // The mean of these is 133.3; from the third picture on, each 200 would move the average by a third of ten at
        // most.
        RunningAverage average = new RunningAverage();
        for (int i = 0; i < 100; i++) {
            average.add(Grays.flat(100, 4, 4));
        }
        for (int i = 0; i < 50; i++) {
            average.add(Grays.flat(149, 4, 4));
        }

        assertThat(average.average().get(0, 0)).isEqualTo(100);
    }

    @Property(seed = "20210916")
    void subImageIsAveragedLikeItsCopy(@ForAll long seed) {
        RunningAverage ofParts = new RunningAverage();
        RunningAverage ofCopies = new RunningAverage();
        for (int i = 0; i < 3; i++) {
            GrayU8 picture = Grays.random(seed + i, 8, 6);
            ofCopies.add(picture);
            ofParts.add(Grays.asSubImage(picture));
        }

        assertThat(Grays.pixels(ofParts.average())).containsExactly(Grays.pixels(ofCopies.average()));
    }

    @Test
    void pictureIsNotModifiedAndTheAverageIsACopy() {
        GrayU8 picture = Grays.random(3, 6, 6);
        int[] before = Grays.pixels(picture);
        RunningAverage average = new RunningAverage();
        average.add(picture);
        average.average().set(0, 0, 255 - picture.get(0, 0));
        average.add(Grays.random(4, 6, 6));

        assertThat(Grays.pixels(picture)).containsExactly(before);
        RunningAverage again = new RunningAverage();
        again.add(picture);
        again.add(Grays.random(4, 6, 6));
        assertThat(Grays.pixels(average.average())).containsExactly(Grays.pixels(again.average()));
    }

    @Test
    void anotherSizeIsRefused() {
        RunningAverage average = new RunningAverage();
        average.add(Grays.flat(0, 6, 4));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> average.add(Grays.flat(0, 4, 6)))
                .withMessage("picture is 4 x 6 but the average is 6 x 4");
        assertThat(average.count()).isEqualTo(1);
    }

    @Test
    void averageOfNothingIsRefused() {
        assertThatThrownBy(() -> new RunningAverage().average())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("at least 1");
    }

    private static int averageOf(int first, int second) {
        RunningAverage average = new RunningAverage();
        average.add(Grays.flat(first, 2, 2));
        average.add(Grays.flat(second, 2, 2));
        return average.average().get(1, 1);
    }
}
