package io.github.boofdice.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.align.Alignment;
import io.github.boofdice.align.AlignmentStatus;
import io.github.boofdice.image.RigidPose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuspectPicturesTest {
    private static CrossFitting.Scored scored(int i, double raw) {
        Alignment place = new Alignment(0, RigidPose.IDENTITY, 1, 1, AlignmentStatus.CONVERGED);
        return new CrossFitting.Scored(0, DrawnSamples.blank("p" + i, "a"), place, raw, raw);
    }

    private static List<CrossFitting.Scored> scores(double... raw) {
        List<CrossFitting.Scored> out = new ArrayList<>();
        for (double one : raw) {
            out.add(scored(out.size(), one));
        }
        return out;
    }

    private static List<String> names(Collection<Prepared> pictures) {
        return pictures.stream().map(Prepared::name).sorted().toList();
    }

    @Test
    void theShareTakesTheHighestScoresAndWhatDidNotAlignFirst() {
        List<CrossFitting.Scored> scores = scores(3, 1, Double.NaN, 9, 2, 1, 1, 1, 1, 1);

        assertThat(SuspectPictures.highest(scores, 0)).isEmpty();
        assertThat(SuspectPictures.highest(scores, 0.04)).isEmpty();
        assertThat(names(SuspectPictures.highest(scores, 0.1).keySet())).containsExactly("p2");
        assertThat(names(SuspectPictures.highest(scores, 0.26).keySet())).containsExactly("p0", "p2", "p3");
        assertThat(SuspectPictures.highest(List.of(), 0.4)).isEmpty();
    }

    @Test
    void whatLiesFarAboveAllOthersIsAnOutlierButNotAmongFew() {
        double[] raw = new double[30];
        Arrays.setAll(raw, i -> 1 + 0.1 * (i % 5));
        raw[7] = 12;

        assertThat(names(SuspectPictures.outliers(scores(raw)).keySet())).containsExactly("p7");
        assertThat(SuspectPictures.outliers(scores(Arrays.copyOf(raw, 19)))).isEmpty();
    }

    @Test
    void facesKeepTheOthersInOrderAndAFaceWithoutPicturesGoes() {
        Prepared a = DrawnSamples.blank("a", "x");
        Prepared b = DrawnSamples.blank("b", "x");
        Prepared c = DrawnSamples.blank("c", "x");
        Prepared d = DrawnSamples.blank("d", "y");
        Alignment place = new Alignment(0, RigidPose.IDENTITY, 1, 1, AlignmentStatus.CONVERGED);
        FaceDraft first = new FaceDraft("x", List.of(a, b, c), null);
        first.places = List.of(place, place, place);
        FaceDraft second = new FaceDraft("y", List.of(d), null);
        second.places = List.of(place);
        List<FaceDraft> faces = new ArrayList<>(List.of(first, second));

        IdentityHashMap<Prepared, String> suspects = new IdentityHashMap<>();
        suspects.put(b, "one");
        suspects.put(d, "other");

        List<Learned.LeftOut> out = SuspectPictures.remove(suspects, faces);

        assertThat(out).containsExactly(new Learned.LeftOut("b", "one"), new Learned.LeftOut("d", "other"));
        assertThat(faces).containsExactly(first);
        assertThat(first.samples).containsExactly(a, c);
        assertThat(first.places).hasSize(2);
    }
}
