package io.github.boofdice.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.Planes;
import io.github.boofdice.testdata.Face;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On pictures of 64 x 64 pixels. */
class GroupFinderTest {
    private static final PictureLevels.Factory LEVELS = DrawnSamples.SMALL;

    private final List<Learned.LeftOut> leftOut = new ArrayList<>();
    private final List<Integer> progress = new ArrayList<>();
    private final GroupFinder finder =
            new GroupFinder(LEVELS, new FolderAverager(LEVELS), new FaceComparison(LEVELS), (stage, done, total) -> {
                assertThat(stage).isEqualTo("finding groups");
                assertThat(total).isEqualTo(11);
                progress.add(done);
            });

    @Test
    void facesAreFoundAndNamedBySizeAndWhatFitsNoneIsLeftOut() {
        List<Prepared> samples = new ArrayList<>(DrawnSamples.smallPrepared(Face.TWO, 0, 4));
        samples.addAll(DrawnSamples.smallPrepared(Face.SIX, 0, 5));
        samples.add(3, DrawnSamples.smallPrepared(Face.FIVE, 0, 1).get(0));
        samples.add(6, DrawnSamples.smallPrepared(new Sample("noise", "", Planes.noise(64, 64, 1))));

        List<FaceDraft> groups = finder.find(samples, leftOut);

        assertThat(groups).extracting(g -> g.template.name()).containsExactly("group-1", "group-2");
        assertThat(groups.get(0).samples).allSatisfy(s -> assertThat(s.folder()).isEqualTo("six"));
        assertThat(groups.get(0).samples).hasSize(5);
        assertThat(groups.get(1).samples).allSatisfy(s -> assertThat(s.folder()).isEqualTo("two"));
        assertThat(groups.get(1).samples).hasSize(4);
        assertThat(groups).allSatisfy(g -> {
            assertThat(g.places).hasSameSizeAs(g.samples);
            assertThat(g.places).allSatisfy(p -> assertThat(p.converged()).isTrue());
            assertThat(g.folders).containsExactly(g.template.name());
        });
        assertThat(leftOut)
                .containsExactlyInAnyOrder(
                        new Learned.LeftOut("five-0", "looks like none of the groups"),
                        new Learned.LeftOut("noise", "looks like none of the groups"));
        assertThat(progress).isSorted().doesNotHaveDuplicates().endsWith(11);
        assertThat(progress.get(0)).isPositive();
    }
}
