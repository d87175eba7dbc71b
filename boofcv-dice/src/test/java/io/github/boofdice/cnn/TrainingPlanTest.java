package io.github.boofdice.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TrainingPlanTest {
    @Test
    void theLearningRateRisesInProportionAndFallsAlongACosine() {
        TrainingPlan plan = TrainingPlan.builder()
                .steps(14)
                .warmUpSteps(4)
                .learningRate(0.1)
                .finalShare(0.2)
                .build();

        assertThat(plan.learningRate(1)).isCloseTo(0.025, within(1e-12));
        assertThat(plan.learningRate(4)).isCloseTo(0.1, within(1e-12));
        assertThat(plan.learningRate(9)).isCloseTo(0.06, within(1e-12));
        assertThat(plan.learningRate(14)).isCloseTo(0.02, within(1e-12));
        assertThat(TrainingPlan.builder().steps(3).warmUpSteps(3).build().learningRate(3))
                .isEqualTo(0.002);
    }

    @Test
    void whatIsOutOfItsRangeIsRefusedByName() {
        Map<String, Consumer<TrainingPlan.Builder>> wrong = Map.ofEntries(
                Map.entry("steps must be at least 1 but is 0", b -> b.steps(0)),
                Map.entry("batchSize must be at least 1 but is -1", b -> b.batchSize(-1)),
                Map.entry("learningRate must be above 0 and finite but is 0.0", b -> b.learningRate(0)),
                Map.entry("learningRate must be above 0 and finite but is NaN", b -> b.learningRate(Double.NaN)),
                Map.entry("warmUpSteps must be at least 0 but is -1", b -> b.warmUpSteps(-1)),
                Map.entry("finalShare must be 0..1 but is 1.5", b -> b.finalShare(1.5)),
                Map.entry("weightDecay must be at least 0 and finite but is -1.0", b -> b.weightDecay(-1)),
                Map.entry("classWeights must not all be 0", b -> b.classWeights(0, 0)),
                Map.entry("classWeights must be at least 0 and finite but one is -1.0", b -> b.classWeights(1, -1)),
                Map.entry("threads must be at least 1 but is 0", b -> b.threads(0)),
                Map.entry("reportEvery must be at least 1 but is 0", b -> b.reportEvery(0)),
                Map.entry("count must be at least 1 but is 0", b -> b.validation((n, v, c) -> {}, 0, 1)),
                Map.entry("everySteps must be at least 1 but is 0", b -> b.validation((n, v, c) -> {}, 1, 0)),
                Map.entry("patience must be at least 1 but is 0", b -> b.patience(0)),
                Map.entry(
                        "patience is 3 but there is no validation",
                        b -> b.patience(3).build()),
                Map.entry(
                        "warmUpSteps must be at most the 5 steps but is 6",
                        b -> b.steps(5).warmUpSteps(6).build()));
        assertThat(wrong)
                .allSatisfy((message, call) -> assertThatThrownBy(() -> call.accept(TrainingPlan.builder()))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(message));
    }

    @Test
    void aPlanStaysAsItWasBuilt() {
        TrainingPlan.Builder builder = TrainingPlan.builder().steps(7);
        TrainingPlan plan = builder.build();
        builder.steps(8);

        assertThat(plan.steps()).isEqualTo(7);
    }

    /** Golden values: the update as PyTorch's documentation of AdamW writes it, computed in double precision by a script of ten lines. */
    @Test
    void adamStepsAsItsFormulasSay() {
        float[] decaying = {1, -0.5f};
        float[] kept = {1, -0.5f};
        Adam adam = new Adam(List.of(new Parameter(decaying, true), new Parameter(kept, false)), 0.1);
        float[][] gradients = {{0.5f, -2}, {0.25f, 0}, {-1, 3}};
        double[] rates = {0.1, 0.05, 0.05};
        for (int i = 0; i < rates.length; i++) {
            assertThat(adam.step(new float[][] {gradients[i], gradients[i]}, rates[i]))
                    .isTrue();
        }

        assertThat(decaying).containsExactly(new float[] {0.8450642f, -0.3699533f}, within(1e-6f));
        assertThat(kept).containsExactly(new float[] {0.8637089f, -0.3787259f}, within(1e-6f));
        assertThat(adam.step(new float[][] {{Float.NaN, 0}, {0, 0}}, 0.1)).isFalse();
    }
}
