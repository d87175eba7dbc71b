package io.github.boofdice.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.RenderedDice;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.align.AlignmentStatus;
import io.github.boofdice.image.RigidPose;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaceDraftTest {
    /** Sample i of the folder has residual i. */
    private static FaceDraft draft(String folder, int samples) {
        List<Prepared> pictures = new ArrayList<>();
        List<Alignment> places = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            pictures.add(DrawnSamples.blank(folder + i, folder));
            places.add(new Alignment(0, RigidPose.IDENTITY, 1, i, AlignmentStatus.CONVERGED));
        }
        FaceDraft draft = new FaceDraft(folder, pictures, RenderedDice.IDEAL.get(0));
        draft.places = List.copyOf(places);
        return draft;
    }

    private static List<String> names(FaceDraft draft) {
        return draft.samples.stream().map(Prepared::name).toList();
    }

    @Test
    void theFirstFoldersPicturesSayWhatIsUpright() {
        FaceDraft draft = draft("a", 3);

        draft.join(draft("b", 2));

        assertThat(draft.upright).isEqualTo(3);
        assertThat(draft.folders).containsExactly("a", "b");
        assertThat(names(draft)).containsExactly("a0", "a1", "a2", "b0", "b1");
    }

    @Test
    void aPictureIsTakenOutWithItsPlace() {
        FaceDraft draft = draft("a", 4);

        draft.remove(1);

        assertThat(names(draft)).containsExactly("a0", "a2", "a3");
        assertThat(draft.places).extracting(Alignment::residual).containsExactly(0.0, 2.0, 3.0);
        assertThat(draft.upright).isEqualTo(3);
    }

    @Test
    void onlyPicturesOfTheFirstFolderCountAsUpright() {
        FaceDraft draft = draft("a", 2);
        draft.join(draft("b", 2));
        draft.places = draft("both", 4).places;

        draft.remove(2);
        assertThat(draft.upright).isEqualTo(2);
        draft.remove(0);
        assertThat(draft.upright).isEqualTo(1);
    }

    @Test
    void theTypicalResidualIsTheMedian() {
        assertThat(draft("a", 5).typicalResidual()).isEqualTo(2);
        assertThat(draft("a", 4).typicalResidual()).isEqualTo(2);
        assertThat(draft("a", 1).typicalResidual()).isZero();
    }

    @Test
    void aGroupIsNamedAnewWithItsTemplate() {
        FaceDraft draft = draft("a", 1);
        draft.join(draft("b", 1));

        draft.rename("group-1");

        assertThat(draft.folders).containsExactly("group-1");
        assertThat(draft.template.name()).isEqualTo("group-1");
    }
}
