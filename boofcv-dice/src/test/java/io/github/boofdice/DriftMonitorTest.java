package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.decide.Trait;
import io.github.boofdice.io.PictureReader;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.SamplePictures;
import io.github.boofdice.testdata.Scenes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DriftMonitorTest {
    private static final DiceInspector INSPECTOR = RenderedDice.inspector();

    /** Good dice of all faces in turn, from scenes that nothing was learned from, each changed alike. */
    private static DriftReport watch(DriftMonitor monitor, int parts, UnaryOperator<GrayF32> change) {
        Face[] faces = Face.values();
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < parts; i++) {
            GrayF32 picture = RenderedDice.draw(Scenes.good(50_000 + i, faces[random.nextInt(faces.length)]));
            monitor.add(INSPECTOR.inspect(change.apply(picture)));
        }
        return monitor.report();
    }

    private static GrayF32 dimmed(GrayF32 picture, float factor) {
        GrayF32 dimmed = picture.createSameShape();
        for (int i = 0; i < picture.data.length; i++) {
            dimmed.data[i] = factor * picture.data[i];
        }
        return dimmed;
    }

    @Test
    void diceLikeThoseLearnedAreNoDrift() {
        DriftReport report = watch(INSPECTOR.watch(), 500, UnaryOperator.identity());

        assertThat(report.drifted()).as(report.explain()).isFalse();
        assertThat(report.accepted() + report.rejected()).isEqualTo(500);
        assertThat(report.explain()).isEqualTo("no drift in " + report.accepted() + " accepted parts");
    }

    @Test
    void aDimmerLampIsNoticedAndNamedBeforeGoodDiceAreRejected() {
        DriftMonitor monitor = INSPECTOR.watch();
        DriftReport report = watch(monitor, 100, picture -> dimmed(picture, 0.8f));

        assertThat(report.rejected()).isLessThanOrEqualTo(5);
        Drift first = report.drifts().get(0);
        assertThat(first.trait()).isEqualTo(Trait.CONTRAST);
        assertThat(first.change()).isCloseTo(0.8, within(0.08));
        assertThat(first.deviation()).isNegative();
        assertThat(first.noticedAfter()).isBetween(5L, 60L);
        assertThat(report.explain())
                .startsWith("after " + first.noticedAfter() + " accepted parts: the contrast is 0.");

        monitor.reset();
        assertThat(monitor.report()).isEqualTo(new DriftReport(0, 0, List.of()));
    }

    @Test
    void afterRecalibratingTheDimmerLampIsTheUsualOne() throws LearningException {
        List<Inspection> good = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            Face face = Face.values()[i % 6];
            good.add(INSPECTOR.inspect(dimmed(RenderedDice.draw(Scenes.good(70_000 + i, face)), 0.8f)));
        }
        DriftReport report = watch(INSPECTOR.recalibrate(good).watch(), 150, picture -> dimmed(picture, 0.8f));

        assertThat(report.drifts()).noneMatch(drift -> drift.trait() == Trait.CONTRAST);
    }

    @Test
    void rejectedPartsAreCountedAndSayNothing() throws Exception {
        DriftMonitor monitor = INSPECTOR.watch();
        long rejected = 0;
        for (Path picture : SamplePictures.anomalous()) {
            Inspection found = INSPECTOR.inspect(picture);
            if (found.anomalous()) {
                rejected++;
                assertThat(monitor.add(found).drifts()).isEmpty();
            }
        }

        assertThat(monitor.report()).isEqualTo(new DriftReport(0, rejected, List.of()));
    }

    @Test
    void manyThreadsMayFeedOneMonitor() throws Exception {
        DriftMonitor monitor = INSPECTOR.watch();
        Inspection found =
                INSPECTOR.inspect(PictureReader.read(SamplePictures.normal().get(0)));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> feed = () -> {
                for (int i = 0; i < 500; i++) {
                    monitor.add(found);
                }
                return null;
            };
            for (Future<Void> fed : pool.invokeAll(List.of(feed, feed, feed, feed))) {
                fed.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(monitor.report().accepted() + monitor.report().rejected()).isEqualTo(2_000);
    }

    @Test
    void aSavedModelIsWatchedAlike() throws Exception {
        DriftMonitor saved = INSPECTOR.watch();
        DriftMonitor loaded = ModelFile.decode(ModelFile.encode(INSPECTOR), "m").watch();
        for (int i = 0; i < 60; i++) {
            Inspection found = INSPECTOR.inspect(dimmed(RenderedDice.draw(Scenes.good(90_000 + i, Face.FIVE)), 0.85f));

            assertThat(loaded.add(found)).isEqualTo(saved.add(found));
        }
        assertThat(saved.report().drifted()).isTrue();
    }

    @Test
    void everyTraitIsSaidInWords() {
        assertThat(List.of(
                        new Drift(Trait.SCORE, 1.25, 5, 1).explain(),
                        new Drift(Trait.RESIDUAL, 1.5, 5, 1).explain(),
                        new Drift(Trait.CONTRAST, 0.9, -5, 1).explain(),
                        new Drift(Trait.RIGHT, -1.25, -5, 1).explain(),
                        new Drift(Trait.RIGHT, 2, 5, 1).explain(),
                        new Drift(Trait.DOWN, -2, -5, 1).explain(),
                        new Drift(Trait.DOWN, 2, 5, 1).explain(),
                        new Drift(Trait.TURN, Math.toRadians(-3), -5, 1).explain(),
                        new Drift(Trait.TURN, Math.toRadians(3), 5, 1).explain()))
                .containsExactly(
                        "the score is 1.25 times that of the good pictures",
                        "what the alignment leaves unexplained is 1.50 times that of the good pictures",
                        "the contrast is 0.90 times that of the good pictures",
                        "parts lie 1.3 px further left",
                        "parts lie 2.0 px further right",
                        "parts lie 2.0 px further up",
                        "parts lie 2.0 px further down",
                        "parts lie 3.0 degrees further anticlockwise",
                        "parts lie 3.0 degrees further clockwise");
        assertThat(new DriftReport(70, 2, List.of(new Drift(Trait.DOWN, 2, 5, 33), new Drift(Trait.RIGHT, 2, 5, 40)))
                        .explain())
                .isEqualTo(
                        "after 33 accepted parts: parts lie 2.0 px further down; after 40 accepted parts: parts lie 2.0 px further right");
    }

    @Test
    void anInspectionOfAnotherModelIsRefused() {
        DriftMonitor monitor = INSPECTOR.watch();
        Inspection foreign = MadeUp.of("seven");

        assertThatThrownBy(() -> monitor.add(foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this model has no face seven");
        assertThat(monitor.report()).isEqualTo(new DriftReport(0, 0, List.of()));
    }

    @Test
    void aModelOfAHandfulOfPicturesCannotBeWatched() {
        assertThatThrownBy(SmallModel.INSPECTOR::watch)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching(
                        "noticing drift needs at least 20 good pictures that could be held out but has \\d+");
    }
}
