package io.github.boofdice.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.image.Planes;
import io.github.boofdice.testdata.Face;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On pictures of 64 x 64 pixels. */
class MisfiledPicturesTest {
    private final FolderAverager averager = new FolderAverager(DrawnSamples.SMALL);

    @Test
    void eachStrayIsNamedWithTheFaceThatItShows() {
        List<Prepared> sixes = new ArrayList<>(DrawnSamples.smallPrepared(Face.SIX, 0, 5));
        List<Prepared> twos = new ArrayList<>(DrawnSamples.smallPrepared(Face.TWO, 0, 5));
        sixes.add(1, DrawnSamples.smallPrepared(Face.TWO, 20, 1).get(0));
        sixes.add(3, DrawnSamples.smallPrepared(Face.TWO, 21, 1).get(0));
        twos.add(DrawnSamples.smallPrepared(Face.SIX, 22, 1).get(0));
        // Fits neither, and so stays where it was put.
        twos.add(DrawnSamples.smallPrepared(new Sample("noise", "two", Planes.noise(64, 64, 1))));
        List<FaceDraft> faces =
                List.of(DrawnSamples.placed(averager, "six", sixes), DrawnSamples.placed(averager, "two", twos));

        List<Learned.LeftOut> left = MisfiledPictures.remove(faces, DrawnSamples.SMALL);

        assertThat(left)
                .containsExactlyInAnyOrder(
                        new Learned.LeftOut("two-20", "shows face two, not six"),
                        new Learned.LeftOut("two-21", "shows face two, not six"),
                        new Learned.LeftOut("six-22", "shows face six, not two"));
        assertThat(left.indexOf(new Learned.LeftOut("two-20", "shows face two, not six")))
                .as("in the order of the folder")
                .isLessThan(left.indexOf(new Learned.LeftOut("two-21", "shows face two, not six")));
        assertThat(faces.get(0).samples).hasSize(5);
        assertThat(faces.get(0).places).hasSize(5);
        assertThat(faces.get(1).samples)
                .extracting(Prepared::name)
                .contains("noise")
                .doesNotContain("six-22");
    }

    @Test
    void picturesInTheirPlaceStay() {
        List<FaceDraft> faces = List.of(
                DrawnSamples.placed(averager, "six", DrawnSamples.smallPrepared(Face.SIX, 0, 4)),
                DrawnSamples.placed(averager, "two", DrawnSamples.smallPrepared(Face.TWO, 0, 4)));

        assertThat(MisfiledPictures.remove(faces, DrawnSamples.SMALL)).isEmpty();
        assertThat(faces).allSatisfy(f -> assertThat(f.samples).hasSize(4));
    }
}
