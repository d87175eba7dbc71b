package io.github.boofdice.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTest {
    @ParameterizedTest
    @CsvSource({"31, 128", "128, 31", "513, 128", "128, 513", "0, 0", "-5, 128"})
    void sidesOutsideTheRangeAreNamed(int width, int height) {
        assertThatThrownBy(() -> new Frame(width, height))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("frame is " + width + " x " + height + " pixels but each side must lie in 32..512");
    }

    @Test
    void allLengthsScaleWithTheShorterSide() {
        assertThat(new Frame(128, 128).unit()).isEqualTo(1);
        assertThat(new Frame(512, 256).unit()).isEqualTo(2);
        assertThat(new Frame(512, 256).faceRadius()).isEqualTo(104);
        assertThat(new Frame(512, 256).scoredRadius()).isEqualTo(100);
        assertThat(new Frame(512, 256).middleX()).isEqualTo(255.5);
        assertThat(new Frame(512, 256).middleY()).isEqualTo(127.5);
    }
}
