package io.github.boofdice.measure;

import io.github.boofdice.testdata.DefectKind;
import io.github.boofdice.testdata.Ground;
import java.util.List;

/**
 * Which faint defects are laid over good pictures: the kinds, the sizes of each, and every contrast of each size.
 *
 * <p>Frozen before a method is tuned to them: a change here makes another measurement, not a better one.
 */
final class SensitivityGrid {
    /** Grey levels. */
    static final List<Integer> CONTRASTS = List.of(5, 10, 15, 20, 25, 30, 40, 60, 80);

    /** How many pictures are painted for each cell. */
    static final int PICTURES = 500;

    static final List<Line> LINES = List.of(
            new Line("stroke", DefectKind.INK_STROKE, Ground.WHITE, -1, List.of(1.0, 2.0, 4.0, 8.0)),
            new Line("scratch, 30 px long", DefectKind.SCRATCH, Ground.WHITE, -1, List.of(1.0, 2.0, 4.0)),
            new Line("blot", DefectKind.BLOT, Ground.WHITE, -1, List.of(2.0, 4.0, 6.0, 8.0)),
            new Line("lost ink on print", DefectKind.LOST_INK, Ground.PRINT, 1, List.of(2.0, 4.0, 8.0)),
            new Line("engraving on print", DefectKind.ENGRAVING, Ground.PRINT, 1, List.of(1.0, 1.5, 2.0)));

    private SensitivityGrid() {}

    /** Over all kinds. */
    static int sizes() {
        return LINES.stream().mapToInt(line -> line.sizes().size()).sum();
    }

    /**
     * One kind of defect.
     *
     * @param name for people
     * @param kind of the painter
     * @param ground that it lies on
     * @param sign of its contrast: -1 darker, 1 lighter than the ground
     * @param sizes width of lines, diameter of spots, in pixels
     */
    record Line(String name, DefectKind kind, Ground ground, int sign, List<Double> sizes) {}
}
