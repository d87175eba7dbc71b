package io.github.boofdice;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.align.AlignmentStatus;
import io.github.boofdice.score.Polarity;
import java.util.List;

/** Inspections made up by hand, where only the face or the score matters. */
final class MadeUp {
    private MadeUp() {}

    static Inspection of(String face) {
        return new Inspection(
                Verdict.NORMAL,
                1,
                0.5,
                face,
                1,
                new Pose(0, 0, 0),
                AlignmentStatus.CONVERGED,
                1,
                1,
                new GrayF32(128, 128),
                List.of(),
                List.of());
    }

    /** The only region of a picture, its middle that of its box. */
    static DefectRegion region(int x, int y, int width, int height, int area, Polarity polarity, double peak) {
        return new DefectRegion(
                x, y, width, height, area, x + (width - 1) / 2.0, y + (height - 1) / 2.0, polarity, 40, peak, 1);
    }
}
