package io.github.boofdice.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final Shape PICTURE = Shape.of(1, 12, 12);
    private static final long GOLDEN = 3_841_080_025L;

    private static final String SMALL = """
            convolution a outputs 6 kernel 3 padding 1
            batchnorm n
            relu r
            maxpool p kernel 2
            convolution b outputs 6 kernel 3
            leakyrelu s
            globalavgpool g
            flatten f
            dense d outputs 2
            softmax o
            """;

    /** A bar that lies or stands somewhere, in noise. */
    private static void bar(long number, float[] values, int[] classes) {
        SplittableRandom random = new SplittableRandom(number);
        boolean lies = random.nextBoolean();
        int at = random.nextInt(1, 11);
        int from = random.nextInt(6);
        for (int i = 0; i < values.length; i++) {
            int along = lies ? i % 12 : i / 12;
            int across = lies ? i / 12 : i % 12;
            boolean inside = across == at && along >= from && along < from + 6;
            values[i] = (float) (random.nextDouble(-0.3, 0.3) + (inside ? 1 : 0));
        }
        classes[0] = lies ? 1 : 0;
    }

    @Test
    void aBarsDirectionIsLearned() throws InterruptedException {
        Network start = small();
        List<TrainingProgress> heard = new ArrayList<>();
        TrainingPlan plan = TrainingPlan.builder()
                .steps(300)
                .batchSize(16)
                .learningRate(0.02)
                .build();

        Network trained = Trainer.train(start, TrainerTest::bar, plan, heard::add);

        assertThat(heard.get(heard.size() - 1).meanLoss()).isLessThan(0.05);
        Workspace workspace = trained.workspace();
        int right = 0;
        for (int i = 0; i < 200; i++) {
            float[] values = new float[PICTURE.size()];
            int[] classes = new int[1];
            bar(1_000_000 + i, values, classes);
            right += trained.forward(values, workspace)[classes[0]] > 0.5f ? 1 : 0;
        }
        assertThat(right).isGreaterThan(195);
    }

    @Test
    void threadsDoNotChangeABit() throws InterruptedException {
        Network start = small();
        List<byte[]> trained = new ArrayList<>();
        for (int threads = 1; threads <= 3; threads++) {
            TrainingPlan plan = TrainingPlan.builder()
                    .steps(20)
                    .batchSize(11)
                    .threads(threads)
                    .build();
            trained.add(NetworkFile.encode(Trainer.train(start, TrainerTest::bar, plan, progress -> {})));
        }

        assertThat(trained.get(1)).isEqualTo(trained.get(0));
        assertThat(trained.get(2)).isEqualTo(trained.get(0));
        assertThat(trained.get(0)).isNotEqualTo(NetworkFile.encode(start));
    }

    /** The same bits on every JDK: taken from a run on JDK 17, held on all. */
    @Test
    void theJdkDoesNotChangeABit() throws InterruptedException {
        Network trained = Trainer.train(
                small(), TrainerTest::bar, TrainingPlan.builder().steps(20).build(), progress -> {});
        CRC32 sum = new CRC32();
        sum.update(NetworkFile.encode(trained));

        assertThat(sum.getValue()).isEqualTo(GOLDEN);
    }

    @Test
    void whatWasTrainedIsTheSameOnceReadAgain() throws InterruptedException {
        Network trained = Trainer.train(small(), TrainerTest::bar, plan(10), progress -> {});
        Network read = NetworkFile.decode(NetworkFile.encode(trained));
        float[] values = SixLoops.randoms(1, PICTURE.size());

        assertThat(read.forward(values, read.workspace()))
                .containsExactly(trained.forward(values, trained.workspace()));
        assertThat(trained.layers()).isEqualTo(small().layers());
    }

    /** Learns the wrong way round: after the first validation every further one is worse. */
    @Test
    void theWeightsOfTheBestValidationAreKept() throws InterruptedException {
        TrainingExamples wrong = (number, values, classes) -> {
            bar(number, values, classes);
            classes[0] = 1 - classes[0];
        };
        Network start = Trainer.train(small(), TrainerTest::bar, settings(100).build(), progress -> {});
        List<TrainingProgress> heard = new ArrayList<>();
        TrainingPlan plan =
                settings(100).validation(TrainerTest::bar, 40, 10).patience(2).build();

        Network kept = Trainer.train(start, wrong, plan, heard::add);

        List<Double> losses =
                heard.stream().map(p -> p.validationLoss().orElseThrow()).toList();
        assertThat(heard).extracting(TrainingProgress::step).containsExactly(10, 20, 30);
        assertThat(losses.get(0)).isLessThan(Math.min(losses.get(1), losses.get(2)));
        assertThat(NetworkFile.encode(kept))
                .isEqualTo(NetworkFile.encode(
                        Trainer.train(start, wrong, settings(100).build(), stopAfter(10))));
    }

    private static TrainingListener stopAfter(int steps) {
        return new TrainingListener() {
            private int asked;

            @Override
            public void step(TrainingProgress progress) {
                assertThat(progress.step()).isEqualTo(steps);
            }

            @Override
            public boolean stops() {
                return ++asked == steps;
            }
        };
    }

    @Test
    void theListenerHearsEverySoManyStepsAndOfTheLast() throws InterruptedException {
        List<TrainingProgress> heard = new ArrayList<>();
        Trainer.train(small(), TrainerTest::bar, settings(7).reportEvery(3).build(), heard::add);

        assertThat(heard).extracting(TrainingProgress::step).containsExactly(3, 6, 7);
        assertThat(heard).allSatisfy(p -> {
            assertThat(p.steps()).isEqualTo(7);
            assertThat(p.validationLoss()).isEmpty();
            assertThat(p.meanLoss()).isPositive();
        });
    }

    /** A class that counts for nothing is never learned: then all are of the other one. */
    @Test
    void aClassWithoutWeightDoesNotCount() throws InterruptedException {
        List<TrainingProgress> heard = new ArrayList<>();
        TrainingPlan plan = settings(60).classWeights(0, 1).build();

        Network trained = Trainer.train(small(), TrainerTest::bar, plan, heard::add);

        assertThat(heard.get(heard.size() - 1).meanLoss()).isLessThan(0.05);
        float[] values = new float[PICTURE.size()];
        int[] classes = {1};
        for (int i = 0; classes[0] == 1; i++) {
            bar(i, values, classes);
        }
        assertThat(trained.forward(values, trained.workspace())[1]).isGreaterThan(0.5f);
    }

    @Test
    void whereNoCellCountsWeightsOnlyDecay() throws InterruptedException {
        TrainingExamples none = (number, values, classes) -> classes[0] = -1;
        List<TrainingProgress> heard = new ArrayList<>();
        Network start =
                Network.builder(Shape.of(3)).layers("dense d outputs 2", 1).build();

        Network trained = Trainer.train(start, none, settings(2).weightDecay(0).build(), heard::add);

        assertThat(NetworkFile.encode(trained)).isEqualTo(NetworkFile.encode(start));
        assertThat(heard.get(0).meanLoss()).isZero();
    }

    @Test
    void aLossThatIsNoNumberEndsTrainingAndSaysWhen() {
        TrainingExamples later = (number, values, classes) -> {
            bar(number, values, classes);
            values[5] = number == 20 ? Float.NaN : 0;
        };

        assertThatThrownBy(() -> Trainer.train(small(), later, plan(10), progress -> {}))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("loss is NaN in step 3 of 10");
        assertThatThrownBy(() -> Trainer.train(
                        Network.builder(Shape.of(3))
                                .layers("dense d outputs 2", 1)
                                .build(),
                        (number, values, classes) -> values[0] = 1,
                        settings(5).learningRate(1e300).build(),
                        progress -> {}))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("a weight is not finite in step 1 of 5");
    }

    @Test
    void whatTheCallersOwnCodeThrowsReachesTheCallerAndNoThreadIsLeft() {
        IllegalStateException mine = new IllegalStateException("mine");
        TrainingExamples broken = (number, values, classes) -> {
            if (number == 13) {
                throw mine;
            }
        };

        assertThatThrownBy(() -> Trainer.train(small(), broken, plan(10), progress -> {}))
                .isSameAs(mine);
        assertThatThrownBy(() -> Trainer.train(
                        small(), TrainerTest::bar, settings(3).reportEvery(1).build(), p -> {
                            throw mine;
                        }))
                .isSameAs(mine);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("boofcv-dice-training");
    }

    @Test
    void anInterruptEndsTraining() {
        assertThatThrownBy(() -> Trainer.train(
                        small(),
                        TrainerTest::bar,
                        settings(1_000_000).reportEvery(1).build(),
                        progress -> Thread.currentThread().interrupt()))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("boofcv-dice-training");
    }

    @Test
    void whatCannotBeTrainedIsRefused() {
        refuses(Network.builder(PICTURE).relu("r").build(), plan(1), "the network has no layer that learns");
        refuses(
                small(),
                settings(1).classWeights(1, 2, 3).build(),
                "classWeights are 3 but the network has 2 classes: its output is 2");
        refuses(
                Network.builder(Shape.of(144)).layers("dense d outputs 1", 1).build(),
                plan(1),
                "a network must have 2 classes to be trained but its output is 1");
        refuses(small(), settings(1).batchSize(Integer.MAX_VALUE).build(), "training takes about");
        refuses(
                small(),
                settings(1)
                        .validation((n, values, classes) -> classes[0] = -1, 4, 1)
                        .build(),
                "no cell of the 4 validation examples counts");
        assertThatThrownBy(
                        () -> Trainer.train(small(), (n, values, classes) -> classes[0] = 2, plan(1), progress -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("class must be -1\\.\\.1 but is 2 in cell 0 of example \\d");
    }

    private static void refuses(Network network, TrainingPlan plan, String message) {
        assertThatThrownBy(() -> Trainer.train(network, TrainerTest::bar, plan, progress -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    private static Network small() {
        return Network.builder(PICTURE).layers(SMALL, 1).build();
    }

    private static TrainingPlan plan(int steps) {
        return settings(steps).build();
    }

    private static TrainingPlan.Builder settings(int steps) {
        return TrainingPlan.builder().steps(steps).batchSize(8).learningRate(0.02);
    }
}
