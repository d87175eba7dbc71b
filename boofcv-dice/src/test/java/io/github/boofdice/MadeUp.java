package io.github.boofdice;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.align.AlignmentStatus;
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
                List.of());
    }
}
