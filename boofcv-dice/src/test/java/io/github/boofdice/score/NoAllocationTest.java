package io.github.boofdice.score;

import static io.github.boofdice.RenderedDice.IDEAL;
import static io.github.boofdice.RenderedDice.LEVELS;
import static io.github.boofdice.RenderedDice.QUIET;
import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.Allocations;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.Planes;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;
import io.github.boofdice.testdata.Face;
import org.junit.jupiter.api.Test;

/** A line that inspects parts day and night must not stop to collect garbage: scoring works on planes that it was given. */
class NoAllocationTest {
    private final Evidence evidence = new Evidence(LEVELS.frame());
    private final GrayF32 map = new GrayF32(128, 128);
    private final PictureLevels picture = LEVELS.prepare(Planes.waves(128, 128, 3, 1));
    private double sum;

    @Test
    void scoringAllocatesNothing() {
        Template six = IDEAL.get(Face.SIX.ordinal());
        VariationScorer scorer = new VariationScorer(six, QUIET, LEVELS.frame());
        RigidPose inside = new RigidPose(1, -2, 0.3);
        RigidPose beyondTheEdge = new RigidPose(15, -2, 0.3);

        assertThat(Allocations.bytesEach(() -> sum += scorer.compare(picture, inside, 1.1, evidence, map)))
                .isZero();
        assertThat(Allocations.bytesEach(() -> sum += scorer.compare(picture, beyondTheEdge, 1.1, evidence, map)))
                .isZero();
        assertThat(Allocations.bytesEach(() -> scorer.locate(evidence, map))).isZero();
        assertThat(sum).isPositive();
    }
}
