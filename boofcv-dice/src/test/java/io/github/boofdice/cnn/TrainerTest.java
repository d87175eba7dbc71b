package io.github.boofdice.cnn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final Shape PICTURE = Shape.of(1, 12, 12);

    private static final String SMALL = """
            convolution a outputs 4 kernel 3 padding 1
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
        Network start = Network.builder(PICTURE).layers(SMALL, 1).build();
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
        Network start = Network.builder(PICTURE).layers(SMALL, 1).build();
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
}
