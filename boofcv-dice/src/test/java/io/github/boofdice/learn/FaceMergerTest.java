package io.github.boofdice.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.testdata.Face;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On pictures of 64 x 64 pixels. */
class FaceMergerTest {
    private static final PictureLevels.Factory LEVELS = DrawnSamples.SMALL;

    private final FolderAverager averager = new FolderAverager(LEVELS);
    private final FaceMerger merger = new FaceMerger(new FaceComparison(LEVELS), averager);

    private FaceDraft draft(String folder, Face face, int first, double turn) {
        List<Prepared> samples = DrawnSamples.smallPrepared(face, first, 4).stream()
                .map(s -> DrawnSamples.smallPrepared(
                        new Sample(s.name(), folder, Warp.toTemplate(s.grey(), new RigidPose(0, 0, turn)))))
                .toList();
        return averager.average(folder, samples);
    }

    @Test
    void foldersOfOneFaceAreOneFaceInThePoseOfTheFirst() {
        FaceDraft first = draft("a", Face.SIX, 0, 0);
        FaceDraft other = draft("b", Face.TWO, 0, 0);
        FaceDraft second = draft("c", Face.SIX, 10, 2);

        List<FaceDraft> faces = merger.merge(List.of(first, other, second));

        assertThat(faces).containsExactly(first, other);
        assertThat(first.folders).containsExactly("a", "c");
        assertThat(first.samples).hasSize(8);
        assertThat(first.upright).isEqualTo(4);
        assertThat(first.places)
                .hasSize(8)
                .allSatisfy(p -> assertThat(p.converged()).isTrue());
        for (int i = 0; i < 8; i++) {
            double expected = i < 4 ? 0 : -2;
            double theta = first.places.get(i).pose().theta()
                    - first.places.get(0).pose().theta();
            assertThat(Math.abs(RigidPose.wrap(theta - expected))).isLessThan(Math.toRadians(8));
        }
    }

    @Test
    void facesThatStayApartAreLeftAsTheyAre() {
        FaceDraft six = draft("a", Face.SIX, 0, 0);
        six.places = averager.align(six.template, six.samples);
        FaceDraft two = draft("b", Face.TWO, 0, 0);
        var template = six.template;
        var places = six.places;

        List<FaceDraft> faces = merger.merge(List.of(six, two));

        assertThat(faces).containsExactly(six, two);
        assertThat(six.template).isSameAs(template);
        assertThat(six.places).isSameAs(places);
        assertThat(two.places).isEqualTo(averager.align(two.template, two.samples));
    }
}
