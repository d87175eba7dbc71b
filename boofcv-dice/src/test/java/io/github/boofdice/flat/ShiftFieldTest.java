package io.github.boofdice.flat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ShiftFieldTest {
    @Property(tries = 50)
    void anAffineMapIsKeptExactly(
            @ForAll @IntRange(min = 32, max = 700) int width,
            @ForAll @IntRange(min = 32, max = 700) int height,
            @ForAll @DoubleRange(min = -0.02, max = 0.02) double slopeX,
            @ForAll @DoubleRange(min = -0.02, max = 0.02) double slopeY,
            @ForAll @DoubleRange(min = 0, max = 1) double u,
            @ForAll @DoubleRange(min = 0, max = 1) double v) {
        ShiftField field = new ShiftField(width, height);
        for (int row = 0; row < field.rows; row++) {
            for (int column = 0; column < field.columns; column++) {
                field.dx[field.knot(column, row)] =
                        (float) (3 + slopeX * field.middleX(column) + slopeY * field.middleY(row));
            }
        }
        field.extend(field.dx);
        double x = u * (width - 1);
        double y = v * (height - 1);

        assertThat((double) field.at(field.dx, x, y)).isEqualTo(3 + slopeX * x + slopeY * y, within(1e-3));
    }

    @Property(tries = 20)
    void everyPixelHasACellOfTheGrid(@ForAll @IntRange(min = 32, max = 2048) int side) {
        ShiftField field = new ShiftField(side, side);

        assertThat(field.cell(0, 0)).isEqualTo(field.knot(0, 0));
        assertThat(field.cell(side - 1, side - 1)).isEqualTo(field.knot(field.columns - 1, field.rows - 1));
        assertThat(field.cell(field.middleX(1), field.middleY(0))).isEqualTo(field.knot(1, 0));
    }
}
