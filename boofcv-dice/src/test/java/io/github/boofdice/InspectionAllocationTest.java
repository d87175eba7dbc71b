package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A line that inspects parts day and night must not stop to collect garbage: an inspection takes what its result needs, and little more. */
class InspectionAllocationTest {
    /** Records, lists and their likes, which have no plane among them. */
    private static final long SMALL = 8 * 1024;

    private double sum;

    /** With the Vector API this holds once C2 has compiled the loops, which takes thousands of inspections: until then each vector is an object. */
    @Tag("plain")
    @Test
    void anInspectionAllocatesItsHeatMapAndLittleMore() {
        DiceInspector inspector = RenderedDice.inspector();
        GrayF32 good = RenderedDice.draw(Scene.plain(Face.FOUR));
        assertThat(inspector.inspect(good).anomalous()).isFalse();
        long heatMap = (long) good.width * good.height * Float.BYTES;

        assertThat(Allocations.bytesEach(() -> sum += inspector.inspect(good).score()))
                .isBetween(heatMap, heatMap + SMALL);
        assertThat(sum).isPositive();
    }
}
