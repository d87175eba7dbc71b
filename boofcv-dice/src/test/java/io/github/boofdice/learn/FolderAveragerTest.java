package io.github.boofdice.learn;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.align.AlignmentStatus;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.Planes;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.template.Template;
import io.github.boofdice.testdata.Face;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On pictures of 64 x 64 pixels. */
class FolderAveragerTest {
    private final FolderAverager averager = new FolderAverager(DrawnSamples.SMALL);

    private static Prepared nothing(int seed) {
        GrayF32 noise = Planes.noise(64, 64, seed);
        return DrawnSamples.smallPrepared(new Sample("noise", "six", noise));
    }

    private static List<Prepared> turned(List<Prepared> samples) {
        List<Prepared> out = new ArrayList<>();
        for (Prepared sample : samples) {
            RigidPose pose = new RigidPose(0.5, -0.5, 1.3 * out.size());
            out.add(DrawnSamples.smallPrepared(
                    new Sample(sample.name(), sample.folder(), Warp.toTemplate(sample.grey(), pose))));
        }
        return out;
    }

    @Test
    void picturesAtAnyAngleAreBroughtTogether() {
        List<Prepared> samples = turned(DrawnSamples.smallPrepared(Face.SIX, 0, 6));

        FaceDraft draft = DrawnSamples.placed(averager, "six", samples);

        assertThat(draft.folders).containsExactly("six");
        assertThat(draft.samples).isEqualTo(samples);
        assertThat(draft.places)
                .hasSize(6)
                .allSatisfy(p -> assertThat(p.status()).isEqualTo(AlignmentStatus.CONVERGED));
        double contrast = new FaceComparison(DrawnSamples.SMALL).contrast(draft.template);
        assertThat(draft.typicalResidual()).isLessThan(0.3 * contrast);
        // The places turn as the pictures were turned.
        for (int i = 1; i < 6; i++) {
            double turn = draft.places.get(i).pose().theta()
                    - draft.places.get(i - 1).pose().theta();
            assertThat(Math.abs(RigidPose.wrap(turn + 1.3))).isLessThan(Math.toRadians(7));
        }
    }

    /** Averaging what was aligned once makes the template better, and the residuals smaller, than any single picture is. */
    @Test
    void theAverageFitsBetterThanAnyOfItsPictures() {
        List<Prepared> samples = DrawnSamples.smallPrepared(Face.SIX, 0, 6);

        double typical = DrawnSamples.placed(averager, "six", samples).typicalResidual();

        for (Prepared seed : samples) {
            FaceDraft one = new FaceDraft("six", samples, averager.single("six", seed));
            one.places = averager.align(one.template, samples);
            assertThat(one.typicalResidual()).isGreaterThan(typical);
        }
    }

    /** Seeds are taken at a sixth, the middle and five sixths: noise in two of these places is not what the others are held against. */
    @Test
    void aSeedThatFitsNoOtherIsNotChosen() {
        for (int good = 0; good < 3; good++) {
            List<Prepared> samples = new ArrayList<>(DrawnSamples.smallPrepared(Face.SIX, 0, 6));
            for (int seed = 0; seed < 3; seed++) {
                if (seed != good) {
                    samples.set(2 * seed + 1, nothing(seed));
                }
            }

            FaceDraft draft = DrawnSamples.placed(averager, "six", samples);

            for (int i = 0; i < 6; i++) {
                if (samples.get(i).name().equals("noise")) {
                    assertThat(draft.places.get(i).residual()).isGreaterThan(2 * draft.typicalResidual());
                } else {
                    assertThat(draft.places.get(i).converged()).isTrue();
                }
            }
        }
    }

    private static Alignment place(double residual, AlignmentStatus status) {
        return new Alignment(0, RigidPose.IDENTITY, 1, residual, status);
    }

    @Test
    void whatDoesNotFitDoesNotEnterTheAverage() {
        List<Prepared> samples = new ArrayList<>(DrawnSamples.smallPrepared(Face.SIX, 0, 3));
        Template first = averager.single("six", samples.get(0));
        FaceDraft three = new FaceDraft("six", samples, first);
        three.places = List.of(
                place(1, AlignmentStatus.CONVERGED),
                place(1, AlignmentStatus.CONVERGED),
                place(2, AlignmentStatus.CONVERGED));
        Template expected = averager.average(three);
        samples.add(nothing(1));
        samples.add(nothing(2));
        FaceDraft more = new FaceDraft("six", samples, first);
        more.places = new ArrayList<>(three.places);
        more.places.add(place(2.01, AlignmentStatus.CONVERGED));
        more.places.add(place(0.5, AlignmentStatus.DIVERGED));

        Template average = averager.average(more);

        assertThat(average.centre().data).isEqualTo(expected.centre().data);
        assertThat(average.grey().data).isEqualTo(expected.grey().data);
        assertThat(average.name()).isEqualTo("six");
    }

    @Test
    void aSinglePictureIsItsOwnAverage() {
        Prepared six = DrawnSamples.smallPrepared(Face.SIX, 0, 1).get(0);
        FaceDraft draft = new FaceDraft("six", List.of(six), averager.single("six", nothing(1)));
        draft.places = List.of(place(9, AlignmentStatus.DIVERGED));

        Template template = averager.average(draft);

        PixelDisc disc = new PixelDisc(64, 64, 26);
        for (int i = 0; i < disc.size(); i++) {
            int at = disc.index(i);
            assertThat(template.centre().data[at]).isEqualTo(six.levels().fine().data[at]);
        }
        assertThat(template.symmetry()).isEqualTo(1);
    }

    @Test
    void whereNothingFitsTheTemplateStays() {
        List<Prepared> samples = List.of(nothing(1), nothing(2));
        Template first = averager.single("six", samples.get(0));
        FaceDraft draft = new FaceDraft("six", samples, first);
        draft.places = List.of(place(1, AlignmentStatus.DIVERGED), place(1, AlignmentStatus.LOW_TEXTURE));

        assertThat(averager.average(draft)).isSameAs(first);
    }
}
