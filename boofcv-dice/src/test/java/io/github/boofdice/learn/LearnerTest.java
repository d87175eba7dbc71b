package io.github.boofdice.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.RenderedDice;
import io.github.boofdice.align.Aligner;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.template.Template;
import io.github.boofdice.testdata.Blot;
import io.github.boofdice.testdata.DefectPainter;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.DiePose;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scenes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LearnerTest {
    private static Learned committed() {
        return RenderedDice.learned();
    }

    private static LearnedFace face(Learned learned, String name) {
        return learned.faces().stream()
                .filter(f -> f.template().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Tag("slow")
    @Test
    void sixFacesAreLearnedFromTheCommittedPictures() {
        assertThat(committed().faces())
                .extracting(f -> f.template().name())
                .containsExactly("five", "four", "one", "six", "three", "two");
        for (Face face : Face.values()) {
            LearnedFace learned = face(committed(), face.folder());

            assertThat(learned.template().symmetry()).as(face.folder()).isEqualTo(face.symmetry());
            assertThat(learned.folders()).containsExactly(face.folder());
            assertThat(learned.pictures()).isEqualTo(12);
            assertThat(learned.scale()).isBetween(0.3, 3.0);
        }
        assertThat(committed().leftOut()).isEmpty();
        assertThat(committed().calibration().size()).isEqualTo(72);
        assertThat(committed().calibration().failed()).isZero();
        assertThat(committed().calibration().heldOut()).isTrue();
        assertThat(committed().calibration().rate()).isEqualTo(1.0 / 73);
    }

    /** Twelve pictures under changing light average to what the renderer draws without any. */
    @Tag("slow")
    @ParameterizedTest
    @EnumSource(Face.class)
    void templatesAreTheRenderedTruth(Face face) {
        Template learned = face(committed(), face.folder()).template();
        Template ideal = RenderedDice.IDEAL.get(face.ordinal());
        Aligner aligner = new Aligner(List.of(ideal), RenderedDice.LEVELS);

        Alignment place = aligner.align(RenderedDice.LEVELS.prepare(learned.grey()));

        assertThat(place.converged()).isTrue();
        // Upright is what the pictures are in the middle; theirs stray by 1.2 pixels and 1.5 degrees.
        assertThat(RenderedDice.apart(place.pose(), RigidPose.IDENTITY, face.symmetry()))
                .isLessThan(face.symmetry() == 1 ? 1.5 : 1.2);
        double contrast = new FaceComparison(RenderedDice.LEVELS).contrast(ideal);
        assertThat(place.residual()).isLessThan(0.25 * contrast);
        assertThat(correlation(Warp.toTemplate(learned.centre(), place.pose()), ideal.centre()))
                .isGreaterThan(0.97);
    }

    private static double correlation(GrayF32 a, GrayF32 b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.data.length; i++) {
            if (Math.hypot(i % 128 - 63.5, i / 128 - 63.5) < 45) {
                ab += a.data[i] * b.data[i];
                aa += a.data[i] * a.data[i];
                bb += b.data[i] * b.data[i];
            }
        }
        return ab / Math.sqrt(aa * bb);
    }

    @Tag("slow")
    @Test
    void theMiddleOfASymmetricFaceIsTheCentreOfItsSymmetry() {
        for (Face face : List.of(Face.TWO, Face.THREE, Face.FOUR, Face.FIVE)) {
            Template template = face(committed(), face.folder()).template();

            Symmetry found = new FaceComparison(RenderedDice.LEVELS).symmetry(template);

            assertThat(found.order()).isEqualTo(face.symmetry());
            assertThat(Math.hypot(found.x(), found.y())).isLessThan(0.15);
        }
    }

    @Test
    void aPictureInTheWrongFolderIsNamedAndNotLearnedFrom() {
        List<Sample> samples = new ArrayList<>(DrawnSamples.committed(Face.THREE, 6));
        samples.addAll(DrawnSamples.committed(Face.FOUR, 6));
        GrayF32 four = DrawnSamples.read(
                io.github.boofdice.testdata.SamplePictures.learn(Face.FOUR).get(8));
        samples.add(3, new Sample("three/stray.png", "three", four));

        Learned learned = DrawnSamples.learn(samples);

        assertThat(learned.leftOut())
                .containsExactly(new Learned.LeftOut("three/stray.png", "shows face four, not three"));
        assertThat(face(learned, "three").pictures()).isEqualTo(6);
        assertThat(face(learned, "four").pictures()).isEqualTo(6);
        assertThat(learned.calibration().size() + learned.calibration().failed())
                .isEqualTo(12);
    }

    @Test
    void foldersThatShowOneFaceAtSeveralAnglesAreJoinedUnderTheFirstName() {
        List<Sample> samples = new ArrayList<>();
        for (Sample sample : DrawnSamples.committed(Face.SIX, 10)) {
            boolean second = samples.size() % 2 == 1;
            RigidPose turn = new RigidPose(0.5, -0.5, second ? 2.0 : 0);
            samples.add(new Sample(sample.name(), second ? "b" : "a", Warp.toTemplate(sample.grey(), turn)));
        }
        for (Sample sample : DrawnSamples.committed(Face.FIVE, 5)) {
            samples.add(new Sample(sample.name(), "c", sample.grey()));
        }

        Learned learned = DrawnSamples.learn(samples);

        assertThat(learned.faces()).extracting(f -> f.template().name()).containsExactly("a", "c");
        assertThat(face(learned, "a").folders()).containsExactly("a", "b");
        assertThat(face(learned, "a").pictures()).isEqualTo(10);
        assertThat(face(learned, "a").template().symmetry()).isEqualTo(1);
        // The first folder says what is upright.
        Aligner ideal = new Aligner(List.of(RenderedDice.IDEAL.get(Face.SIX.ordinal())), RenderedDice.LEVELS);
        Alignment place = ideal.align(
                RenderedDice.LEVELS.prepare(face(learned, "a").template().grey()));
        assertThat(Math.abs(place.pose().theta())).isLessThan(Math.toRadians(4));
    }

    /** A good die's picture with half a face of ink: it must be named, and the template must not know it. */
    @Tag("slow")
    @Test
    void oneBadPictureAmongAHundredDoesNotMoveTheTemplate() {
        List<Sample> good = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            good.add(DrawnSamples.small(i, Face.SIX));
        }
        GrayF32 inked = RenderedDice.plane(DefectPainter.paint(
                        DiceRenderer.render(Scenes.good(200, Face.SIX), 64),
                        DiePose.IDENTITY,
                        new Blot(8, -6, 16, -200, 1))
                .picture());
        List<Sample> all = new ArrayList<>(good);
        all.add(new Sample("six/bad", "six", inked));

        Template without = DrawnSamples.learn(good).faces().get(0).template();
        Learned learned = DrawnSamples.learn(all);
        Template with = learned.faces().get(0).template();

        // One of the good ones is drawn in a light that the others are not: it scores three times as much as the
        // typical one.
        assertThat(learned.leftOut())
                .extracting(Learned.LeftOut::name)
                .contains("six/bad")
                .hasSizeLessThanOrEqualTo(2);
        // Other seed pictures move the pose by hundredths of a pixel, and edges have a hundred grey levels a pixel.
        assertThat(greatestDifference(with.grey(), without.grey())).isLessThan(3);
        assertThat(greatestDifference(with.centre(), without.centre())).isLessThan(3);
        assertThat(greatestDifference(with.spreadDark(), without.spreadDark())).isLessThan(3);
        assertThat(greatestDifference(with.spreadLight(), without.spreadLight()))
                .isLessThan(3);
    }

    private static double greatestDifference(GrayF32 a, GrayF32 b) {
        double most = 0;
        for (int i = 0; i < a.data.length; i++) {
            double away = Math.hypot(i % a.width - (a.width - 1) / 2.0, i / a.width - (a.height - 1) / 2.0);
            if (away < 50 * a.width / 128.0) {
                most = Math.max(most, Math.abs(a.data[i] - b.data[i]));
            }
        }
        return most;
    }

    @Tag("slow")
    @Test
    void onePictureOfEachFaceIsEnoughAndTheThresholdSaysThatItIsTooTight() {
        Learned learned = learnSome(1);

        assertThat(learned.calibration().heldOut()).isFalse();
        assertThat(learned.calibration().source()).contains("no picture was held out", "learn from more");
        assertKnowsFaces(learned, 1);
    }

    @Tag("slow")
    @Test
    void fivePicturesOfEachFaceAreHeldOutInTurn() {
        Learned learned = learnSome(5);

        assertThat(learned.calibration().heldOut()).isTrue();
        assertThat(learned.calibration().size() + learned.calibration().failed())
                .isEqualTo(30);
        assertKnowsFaces(learned, 5);
        for (Face face : Face.values()) {
            assertThat(face(learned, face.folder()).template().symmetry())
                    .as(face.folder())
                    .isEqualTo(face.symmetry());
        }
    }

    private static Learned learnSome(int ofEachFace) {
        List<Sample> samples = new ArrayList<>();
        for (Face face : Face.values()) {
            samples.addAll(DrawnSamples.committed(face, ofEachFace));
        }
        return DrawnSamples.learn(samples);
    }

    /** Faces of pictures that were not learned from. */
    private static void assertKnowsFaces(Learned learned, int pictures) {
        assertThat(learned.faces()).hasSize(6);
        Aligner aligner =
                new Aligner(learned.faces().stream().map(LearnedFace::template).toList(), RenderedDice.LEVELS);
        for (Face face : Face.values()) {
            assertThat(face(learned, face.folder()).pictures()).isEqualTo(pictures);
            for (Sample sample : DrawnSamples.committed(face, 12).subList(9, 12)) {
                Alignment place = aligner.align(RenderedDice.LEVELS.prepare(sample.grey()));

                assertThat(learned.faces().get(place.template()).template().name())
                        .isEqualTo(face.folder());
            }
        }
    }

    @Test
    void aSinglePictureIsRefused() {
        assertThatThrownBy(() -> DrawnSamples.learn(List.of(DrawnSamples.small(1, Face.ONE))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("learning needs at least two pictures but has 1");
    }

    @Tag("slow")
    @Test
    void theFrameIsTheMedianSizeButNeverBeyondItsLimits() {
        assertThat(frame(new int[] {64, 64}, new int[] {48, 48}, new int[] {48, 40}))
                .isEqualTo("48 x 48");
        assertThat(frame(new int[] {640, 600}, new int[] {640, 600})).isEqualTo("512 x 480");
    }

    private static String frame(int[]... sizes) {
        List<Sample> samples = new ArrayList<>();
        for (int[] size : sizes) {
            GrayF32 die = RenderedDice.draw(Scenes.good(samples.size(), Face.SIX));
            GrayF32 picture = new GrayF32(size[0], size[1]);
            for (int i = 0; i < picture.data.length; i++) {
                int x = i % size[0] * 128 / size[0];
                int y = i / size[0] * 128 / size[1];
                picture.data[i] = die.get(x, y);
            }
            samples.add(new Sample("die" + samples.size(), "six", picture));
        }
        Learned learned = DrawnSamples.learn(samples);
        return learned.frame().width() + " x " + learned.frame().height();
    }

    @Tag("slow")
    @Test
    void spreadsAreNeverZeroInsideTheFace() {
        for (LearnedFace face : committed().faces()) {
            Template template = face.template();
            for (int i = 0; i < template.spreadDark().data.length; i++) {
                if (Math.hypot(i % 128 - 63.5, i / 128 - 63.5) <= 52) {
                    assertThat(template.spreadDark().data[i]).isGreaterThan(0.3f);
                    assertThat(template.spreadLight().data[i]).isGreaterThan(0.3f);
                }
            }
        }
    }
}
