package io.github.boofdice.learn;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.RenderedDice;
import io.github.boofdice.image.Planes;
import io.github.boofdice.testdata.Defect;
import io.github.boofdice.testdata.DefectPainter;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.ExtraPip;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.GrayPicture;
import io.github.boofdice.testdata.MissingPip;
import io.github.boofdice.testdata.Scene;
import io.github.boofdice.testdata.Scenes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Faces are found in an unsorted folder at any angle, and nobody says how many there are. */
class UnlabelledTest {
    /** Learns and checks that every group holds one face and every face one group. */
    private static Learned assertGroups(List<Sample> samples, int groups) {
        Learned learned = DrawnSamples.learnUnlabelled(DrawnSamples.turned(samples, 7));

        assertThat(learned.faces()).extracting(LearnedFace::pictures).hasSize(groups);
        assertThat(learned.leftOut()).isEmpty();
        int smaller = Integer.MAX_VALUE;
        for (int g = 1; g <= groups; g++) {
            String name = "group-" + g;
            LearnedFace face = learned.faces().stream()
                    .filter(f -> f.template().name().equals(name))
                    .findFirst()
                    .orElseThrow();
            assertThat(face.pictures()).as(name).isLessThanOrEqualTo(smaller);
            assertThat(face.folders()).containsExactly(name);
            smaller = face.pictures();
        }
        assertThat(learned.faces().stream().mapToInt(LearnedFace::pictures).sum())
                .isEqualTo(samples.size());
        return learned;
    }

    /** Which group each of the faces went to: the aligner's answer for pictures that were not learned from. */
    private static Map<String, String> groupOf(Learned learned, List<Sample> fresh) {
        var aligner = new io.github.boofdice.align.Aligner(
                learned.faces().stream().map(LearnedFace::template).toList(), RenderedDice.LEVELS);
        Map<String, String> groups = new HashMap<>();
        for (Sample sample : fresh) {
            int found =
                    aligner.align(RenderedDice.LEVELS.prepare(sample.grey())).template();
            String group = learned.faces().get(found).template().name();
            assertThat(groups.computeIfAbsent(sample.folder(), folder -> group))
                    .as(sample.name())
                    .isEqualTo(group);
        }
        assertThat(Set.copyOf(groups.values())).hasSize(groups.size());
        return groups;
    }

    private static List<Sample> last(Face... faces) {
        List<Sample> fresh = new ArrayList<>();
        for (Face face : faces) {
            fresh.addAll(DrawnSamples.committed(face, 12).subList(9, 12));
        }
        return fresh;
    }

    @Tag("slow")
    @Test
    void fourGroupsAreFoundAndNamedBySize() {
        List<Sample> samples = new ArrayList<>();
        samples.addAll(DrawnSamples.committed(Face.TWO, 5));
        samples.addAll(DrawnSamples.committed(Face.FIVE, 9));
        samples.addAll(DrawnSamples.committed(Face.SIX, 7));
        samples.addAll(DrawnSamples.committed(Face.ONE, 6));

        Learned learned = assertGroups(samples, 4);

        assertThat(groupOf(learned, last(Face.TWO, Face.FIVE, Face.SIX, Face.ONE)))
                .containsEntry("five", "group-1")
                .containsEntry("six", "group-2")
                .containsEntry("one", "group-3")
                .containsEntry("two", "group-4");
        assertThat(learned.faces().stream().map(f -> f.template().symmetry()).toList())
                .containsExactly(4, 1, 0, 2);
    }

    @Tag("slow")
    @Test
    void sixGroupsAreFound() {
        List<Sample> samples = new ArrayList<>();
        for (Face face : Face.values()) {
            samples.addAll(DrawnSamples.committed(face, 7));
        }

        Learned learned = assertGroups(samples, 6);

        assertThat(groupOf(learned, last(Face.values()))).hasSize(6);
    }

    /** Six pips in two columns, and three pips in a row: faces that these dice do not have. */
    @Tag("slow")
    @Test
    void eightGroupsAreFound() {
        List<Sample> samples = new ArrayList<>();
        for (Face face : Face.values()) {
            samples.addAll(DrawnSamples.committed(face, 6));
        }
        for (int i = 0; i < 6; i++) {
            samples.add(withPips("six pips", i, Face.FOUR, 29, 0));
            samples.add(withPips("a row", i, Face.ONE, 0, 32));
        }

        Learned learned = assertGroups(samples, 8);

        List<Sample> fresh = new ArrayList<>(last(Face.values()));
        fresh.add(withPips("six pips", 20, Face.FOUR, 29, 0));
        fresh.add(withPips("a row", 20, Face.ONE, 0, 32));
        assertThat(groupOf(learned, fresh)).hasSize(8);
    }

    /** A good die with two pips more, at a place of the die and opposite. */
    private static Sample withPips(String name, int seed, Face face, double x, double y) {
        Scene scene = Scenes.good(400 + seed, face);
        GrayPicture picture = DiceRenderer.render(scene);
        for (int sign : new int[] {-1, 1}) {
            picture = DefectPainter.paint(picture, scene.pose(), new ExtraPip(sign * x, sign * y, 12, -205))
                    .picture();
        }
        return new Sample(name + seed, name, RenderedDice.plane(picture));
    }

    /** A four and a two of another make: three pips in three corners, and two pips with a third in the empty corner. */
    @Tag("slow")
    @Test
    void facesThatDifferByOnePipAreKeptApart() {
        List<Sample> samples = new ArrayList<>();
        for (Face face : Face.values()) {
            samples.addAll(DrawnSamples.committed(face, 6));
        }
        for (int i = 0; i < 6; i++) {
            Defect corner = MissingPip.of(Face.FOUR.pips().get(0));
            Defect third = new ExtraPip(0, -29, 10, -205);
            samples.add(variant("three corners", i, Face.FOUR, corner));
            samples.add(variant("one and one", i, Face.ONE, third));
        }

        Learned learned = assertGroups(samples, 8);

        List<Sample> fresh = new ArrayList<>(last(Face.values()));
        fresh.add(variant(
                "three corners", 20, Face.FOUR, MissingPip.of(Face.FOUR.pips().get(0))));
        fresh.add(variant("one and one", 20, Face.ONE, new ExtraPip(0, -29, 10, -205)));
        assertThat(groupOf(learned, fresh)).hasSize(8);
    }

    private static Sample variant(String name, int seed, Face face, Defect difference) {
        GrayF32 grey = RenderedDice.plane(
                DiceRenderer.render(Scenes.good(400 + seed, face), difference).picture());
        return new Sample(name + seed, name, grey);
    }

    @Test
    void picturesOfNothingAreNamedAndLeftOut() {
        List<Sample> samples = new ArrayList<>(DrawnSamples.committed(Face.THREE, 6));
        samples.addAll(DrawnSamples.committed(Face.FOUR, 6));
        samples.add(4, new Sample("black", "", Planes.flat(128, 128, 0)));
        samples.add(9, new Sample("noise", "", Planes.noise(128, 128, 1)));

        Learned learned = DrawnSamples.learnUnlabelled(samples);

        assertThat(learned.leftOut()).extracting(Learned.LeftOut::name).containsExactlyInAnyOrder("black", "noise");
        assertThat(learned.faces()).hasSize(2);
    }

    @Test
    void twoRunsFindTheSame() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            samples.add(DrawnSamples.small(i, Face.TWO));
            samples.add(DrawnSamples.small(i, Face.SIX));
        }

        Learned a = DrawnSamples.learnUnlabelled(samples);
        Learned b = DrawnSamples.learnUnlabelled(samples);

        assertThat(b.calibration().scores()).isEqualTo(a.calibration().scores());
        Set<Integer> sizes = new HashSet<>();
        for (int f = 0; f < a.faces().size(); f++) {
            assertThat(b.faces().get(f).template().centre().data)
                    .isEqualTo(a.faces().get(f).template().centre().data);
            sizes.add(a.faces().get(f).pictures());
        }
        assertThat(sizes).containsExactly(4);
    }
}
