package io.github.boofdice.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.align.Alignment;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.Planes;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.testdata.Face;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On pictures of 64 x 64 pixels. */
class FaceBuilderTest {
    private static final PictureLevels.Factory LEVELS = DrawnSamples.SMALL;

    private final FaceBuilder builder = new FaceBuilder(LEVELS);

    private static FaceDraft averaged(Face face, int count) {
        FaceDraft draft =
                DrawnSamples.placed(new FolderAverager(LEVELS), "", DrawnSamples.smallPrepared(face, 0, count));
        draft.symmetry = new FaceComparison(LEVELS).symmetry(draft.template);
        return draft;
    }

    @Test
    void everyPictureIsTakenTwice() {
        FaceDraft draft = averaged(Face.SIX, 6);

        AlignedStack stack = builder.build(draft);

        assertThat(stack.size()).isEqualTo(12);
        assertThat(draft.places).hasSize(6);
        assertThat(draft.template.symmetry()).isEqualTo(1);
        for (int fold = 0; fold < Folds.COUNT; fold++) {
            assertThat(stack.hasOutside(fold)).isTrue();
        }
    }

    @Test
    void aTypicalPictureLiesUprightInTheMiddle() {
        for (Face face : List.of(Face.SIX, Face.TWO)) {
            FaceDraft draft = averaged(face, 6);

            builder.build(draft);

            double turn = 0;
            for (Alignment place : draft.places) {
                turn += Math.IEEEremainder(place.pose().theta(), 2 * Math.PI / face.symmetry()) / 6;
            }
            assertThat(Math.abs(turn)).as("%s", face).isLessThan(Math.toRadians(1));
            assertThat(draft.symmetry).isEqualTo(new Symmetry(face.symmetry(), 0, 0));
            assertThat(draft.template.symmetry()).isEqualTo(face.symmetry());
        }
    }

    /** The builder's template is where its places say that it is. */
    @Test
    void theTemplateLiesWhereThePlacesSay() {
        FaceDraft draft = averaged(Face.SIX, 6);

        builder.build(draft);

        List<Alignment> found = new FolderAverager(LEVELS).align(draft.template, draft.samples);
        for (int i = 0; i < 6; i++) {
            RigidPose apart =
                    found.get(i).pose().after(draft.places.get(i).pose().inverse());
            assertThat(apart.shift()).isLessThan(0.5);
            assertThat(Math.abs(apart.theta())).isLessThan(Math.toRadians(2));
        }
    }

    @Test
    void aSymmetricFacesTemplateLooksTheSameAfterATurn() {
        FaceDraft draft = averaged(Face.TWO, 6);

        builder.build(draft);

        Symmetry found = new FaceComparison(LEVELS).symmetry(draft.template.withSymmetry(1));
        assertThat(found.order()).isEqualTo(2);
        assertThat(Math.hypot(found.x(), found.y())).isLessThan(0.15);
    }

    @Test
    void whatDoesNotAlignStaysOut() {
        FaceDraft draft = averaged(Face.SIX, 6);
        Prepared flat = DrawnSamples.smallPrepared(new Sample("flat", "", Planes.flat(64, 64, 99)));
        draft.samples.set(2, flat);

        assertThat(builder.build(draft).size()).isEqualTo(10);
        assertThat(draft.places).hasSize(6);
        assertThat(draft.places.get(2).converged()).isFalse();
    }

    @Test
    void whereNothingAlignsEverythingIsAllThereIs() {
        List<Prepared> flats = List.of(
                DrawnSamples.smallPrepared(new Sample("a", "", Planes.flat(64, 64, 10))),
                DrawnSamples.smallPrepared(new Sample("b", "", Planes.flat(64, 64, 90))));
        FaceDraft draft = DrawnSamples.placed(new FolderAverager(LEVELS), "", flats);

        assertThat(builder.build(draft).size()).isEqualTo(2);
    }
}
