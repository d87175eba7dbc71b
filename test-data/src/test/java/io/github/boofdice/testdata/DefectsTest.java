package io.github.boofdice.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefectsTest {

    @Property(tries = 100, seed = "20240601")
    void defectLiesOnItsGroundWithinTheFace(
            @ForAll("free") Tuple2<DefectKind, Ground> free,
            @ForAll Face face,
            @ForAll @DoubleRange(min = 1.5, max = 2) double size,
            @ForAll long seed) {
        Ground ground = free.get2();
        double contrast = free.get1() == DefectKind.LOST_INK ? 20 : -20;
        Defect defect = Defects.on(free.get1(), face, ground, contrast, size, seed);
        Footprint footprint = defect.footprint();
        for (int y = -60; y <= 60; y++) {
            for (int x = -60; x <= 60; x++) {
                if (footprint.coverage(x, y) >= 0.75) {
                    assertThat(Math.hypot(x, y)).isLessThan(Face.RADIUS);
                    double distance = face.distanceToPrint(x, y);
                    if (ground == Ground.PRINT) {
                        assertThat(distance).isNegative();
                    }
                    if (ground == Ground.WHITE) {
                        assertThat(distance).isPositive();
                    }
                }
            }
        }
    }

    @Property(tries = 30, seed = "20240601")
    void engravingOnThePrintHasThreeLettersOfEightPixels(@ForAll Face face, @ForAll long seed) {
        Defect defect = Defects.on(DefectKind.ENGRAVING, face, Ground.PRINT, 20, Engraving.LINE_WIDTH, seed);
        assertThat(defect).isInstanceOfSatisfying(Engraving.class, engraving -> {
            assertThat(engraving.letters()).matches("[A-Z]{3}");
            assertThat(engraving.height()).isEqualTo(8);
            assertThat(engraving.lineWidth()).isEqualTo(1.5);
            assertThat(engraving.contrast()).isEqualTo(20);
        });
    }

    @Property(tries = 30, seed = "20240601")
    void blotsOfEverySizeToHalfTheFaceHaveRoom(
            @ForAll Face face, @ForAll @DoubleRange(min = 1, max = 52) double size, @ForAll long seed) {
        assertThat(Defects.on(DefectKind.BLOT, face, Ground.ANY, -60, size, seed))
                .isInstanceOfSatisfying(
                        Blot.class, blot -> assertThat(blot.size()).isEqualTo(size));
    }

    @ParameterizedTest
    @EnumSource(names = {"MISSING_PIP", "FADED_PIP"})
    void sixHasNoPipToLose(DefectKind kind) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Defects.typical(kind, Face.SIX, 1))
                .withMessage("kind is " + kind + " but face SIX has no pips");
    }

    @Test
    void defectWithoutRoomIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Defects.on(DefectKind.BLOT, Face.ONE, Ground.PRINT, 20, 40, 1))
                .withMessage("face ONE has no room on PRINT for BLOT of size 40.0");
    }

    @Test
    void impossibleDefectsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Blot(0, 0, 5, 0, 1))
                .withMessage("contrast is 0 but a defect that changes nothing is none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scratch(0, 0, 0, 30, 0.5, 20, 1))
                .withMessage("width is 0.5 but must lie in 1.0 .. 8.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LostInk(0, 0, 5, -20, 1))
                .withMessage("contrast is -20.0 but must lie in 0.0 .. 255.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Engraving(0, 0, 0, "a1", 8, 1.5, 20))
                .withMessage("letters is \"a1\" but must be one to eight of A .. Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Engraving(0, 0, 0, "ABC", 8, 5, 20))
                .withMessage("lineWidth is 5.0 but must lie in 1.0 .. 4.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InkStroke(Double.NaN, 0, 0, 10, 3, 20, 1))
                .withMessage("x is NaN but must be finite");
    }

    /** The kinds that every face has room for on that ground. */
    @Provide
    Arbitrary<Tuple2<DefectKind, Ground>> free() {
        return Arbitraries.of(
                Tuple.of(DefectKind.INK_STROKE, Ground.WHITE),
                Tuple.of(DefectKind.INK_STROKE, Ground.ANY),
                Tuple.of(DefectKind.BLOT, Ground.PRINT),
                Tuple.of(DefectKind.BLOT, Ground.WHITE),
                Tuple.of(DefectKind.SCRATCH, Ground.WHITE),
                Tuple.of(DefectKind.SCRATCH, Ground.ANY),
                Tuple.of(DefectKind.LOST_INK, Ground.PRINT),
                Tuple.of(DefectKind.CUT, Ground.PRINT),
                Tuple.of(DefectKind.EXTRA_PIP, Ground.WHITE));
    }
}
