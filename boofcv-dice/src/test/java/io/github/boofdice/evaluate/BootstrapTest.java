package io.github.boofdice.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.boofdice.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    @Test
    void theSameSeedGivesTheSameIntervals() {
        List<JudgedPicture> pictures = noisy(1, 60, 1);

        assertThat(Bootstrap.intervals(pictures, 200, 7)).isEqualTo(Bootstrap.intervals(pictures, 200, 7));
        assertThat(Bootstrap.intervals(pictures, 200, 7)).isNotEqualTo(Bootstrap.intervals(pictures, 200, 8));
    }

    @Test
    void intervalOfAShareIsThatOfTheBinomialLaw() {
        // 200 anomalous pictures, each a run of its own, 80 % found: standard error sqrt(0.8 x 0.2 / 200) = 0.0283.
        List<JudgedPicture> pictures = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            pictures.add(Judged.picture("a" + i, true, i, i % 5 == 0 ? 0.1 : 0.9));
        }

        Interval recall = Bootstrap.intervals(pictures, 4000, 3).recall();

        assertThat(recall.low()).isCloseTo(0.8 - 1.96 * 0.0283, within(0.01));
        assertThat(recall.high()).isCloseTo(0.8 + 1.96 * 0.0283, within(0.01));
    }

    @Test
    void copiesOfAFrameInOneRunTellNothingNew() {
        // With every picture ten times in its run, each resample has the very shares that it had with one.
        FigureIntervals once = Bootstrap.intervals(noisy(1, 80, 2), 300, 5);
        FigureIntervals tenfold = Bootstrap.intervals(noisy(10, 80, 2), 300, 5);

        assertThat(tenfold.recall()).isEqualTo(once.recall());
        assertThat(tenfold.falseRejectRate()).isEqualTo(once.falseRejectRate());
        assertThat(tenfold.auroc().low()).isCloseTo(once.auroc().low(), within(1e-12));
        assertThat(tenfold.averagePrecision().high())
                .isCloseTo(once.averagePrecision().high(), within(1e-12));
    }

    @Test
    void resamplingSingleFramesOfARunWouldBeTooNarrow() {
        List<JudgedPicture> inRuns = noisy(10, 80, 4);
        List<JudgedPicture> asIfApart = new ArrayList<>();
        for (JudgedPicture picture : inRuns) {
            asIfApart.add(Judged.picture(
                    picture.file(), picture.truth() == Verdict.ANOMALOUS, asIfApart.size(), picture.score()));
        }

        Interval honest = Bootstrap.intervals(inRuns, 500, 1).auroc();
        Interval naive = Bootstrap.intervals(asIfApart, 500, 1).auroc();

        assertThat(honest.high() - honest.low()).isGreaterThan(2 * (naive.high() - naive.low()));
    }

    @Test
    void everyIntervalHoldsItsFigure() {
        List<JudgedPicture> pictures = noisy(3, 90, 6);
        Evaluation evaluation = Evaluation.of(pictures, List.of(), List.of());
        Figures figures = evaluation.figures();
        FigureIntervals intervals = evaluation.intervals();

        assertThat(figures.precision())
                .isBetween(intervals.precision().low(), intervals.precision().high());
        assertThat(figures.recall())
                .isBetween(intervals.recall().low(), intervals.recall().high());
        assertThat(figures.f1()).isBetween(intervals.f1().low(), intervals.f1().high());
        assertThat(figures.auroc())
                .isBetween(intervals.auroc().low(), intervals.auroc().high());
        assertThat(figures.averagePrecision())
                .isBetween(
                        intervals.averagePrecision().low(),
                        intervals.averagePrecision().high());
        assertThat(figures.falseRejectRate())
                .isBetween(
                        intervals.falseRejectRate().low(),
                        intervals.falseRejectRate().high());
    }

    @Test
    void withoutAClassItsIntervalsAreUndefined() {
        FigureIntervals normalOnly = Bootstrap.intervals(List.of(Judged.picture("n", false, 0, 0.2)), 50, 1);

        assertThat(normalOnly.recall().low()).isNaN();
        assertThat(normalOnly.auroc().high()).isNaN();
        assertThat(normalOnly.falseRejectRate()).isEqualTo(new Interval(0, 0));
        assertThat(Bootstrap.intervals(List.of(), 50, 1).f1().low()).isNaN();
    }

    @Test
    void percentilesLieBetweenNeighboursAndLeaveOutWhatIsUndefined() {
        double[] values = new double[42];
        for (int i = 0; i < 41; i++) {
            values[i] = 40 - i;
        }
        values[41] = Double.NaN;

        Interval interval = Interval.percentile(values);

        assertThat(interval.low()).isCloseTo(1, within(1e-9));
        assertThat(interval.high()).isCloseTo(39, within(1e-9));
    }

    @Test
    void atLeastOneResampleIsNeeded() {
        assertThatThrownBy(() -> Bootstrap.intervals(List.of(), 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("resamples must be at least 1 but is 0");
    }

    /** {@code runs} runs, alternately normal and anomalous, of {@code copies} frames with one score each. */
    private static List<JudgedPicture> noisy(int copies, int runs, long seed) {
        Random random = new Random(seed);
        List<JudgedPicture> pictures = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            boolean anomalous = run % 2 == 1;
            double score = 0.4 * random.nextGaussian() + (anomalous ? 0.8 : 0.3);
            for (int copy = 0; copy < copies; copy++) {
                pictures.add(Judged.picture("%d-%d".formatted(run, copy), anomalous, run, score));
            }
        }
        return pictures;
    }
}
