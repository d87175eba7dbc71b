package io.github.boofdice.cnn;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How to train: how long, how fast, and when to stop. Immutable.
 *
 * <p>The learning rate rises in proportion over the first steps and then falls along half a wave of a cosine: I. Loshchilov and F. Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts, arXiv:1608.03983,
 * without the restarts.
 */
public final class TrainingPlan {
    private final Builder settings;

    private TrainingPlan(Builder settings) {
        this.settings = settings;
    }

    /** {@return a plan to be written, with defaults} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return how many times weights are changed} */
    public int steps() {
        return settings.steps;
    }

    /** {@return examples a step} */
    public int batchSize() {
        return settings.batchSize;
    }

    /** {@return threads that compute; of no influence on what comes out} */
    public int threads() {
        return settings.threads;
    }

    /**
     * The learning rate of a step.
     *
     * @param step counted from 1, at most {@link #steps}
     * @return the rate
     */
    public double learningRate(int step) {
        if (step <= settings.warmUpSteps) {
            return settings.learningRate * step / settings.warmUpSteps;
        }
        double done = (double) (step - settings.warmUpSteps) / (settings.steps - settings.warmUpSteps);
        double share = settings.finalShare + (1 - settings.finalShare) * (1 + StrictMath.cos(StrictMath.PI * done)) / 2;
        return settings.learningRate * share;
    }

    double weightDecay() {
        return settings.weightDecay;
    }

    /** None where all count alike. */
    float[] classWeights() {
        return settings.classWeights;
    }

    int reportEverySteps() {
        return settings.reportEverySteps;
    }

    @Nullable
    TrainingExamples validation() {
        return settings.validation;
    }

    int validationCount() {
        return settings.validationCount;
    }

    boolean validatesAfter(int step) {
        return settings.validation != null && (step % settings.validateEverySteps == 0 || step == settings.steps);
    }

    /** Validations without a better loss after which training ends; none for never. */
    OptionalInt patience() {
        return settings.patience;
    }

    /** Writes a plan. Each method throws {@link IllegalArgumentException} where a number is out of its range. */
    public static final class Builder {
        private static final float[] ALIKE = {};

        private int steps = 1000;
        private int batchSize = 32;
        private double learningRate = 2e-3;
        private int warmUpSteps;
        private double finalShare = 0.01;
        private double weightDecay = 0.01;
        private float[] classWeights = ALIKE;
        private int threads = Runtime.getRuntime().availableProcessors();
        private int reportEverySteps = 50;
        private @Nullable TrainingExamples validation;
        private int validationCount;
        private int validateEverySteps;
        private OptionalInt patience = OptionalInt.empty();

        private Builder() {}

        private Builder(Builder other) {
            steps = other.steps;
            batchSize = other.batchSize;
            learningRate = other.learningRate;
            warmUpSteps = other.warmUpSteps;
            finalShare = other.finalShare;
            weightDecay = other.weightDecay;
            classWeights = other.classWeights;
            threads = other.threads;
            reportEverySteps = other.reportEverySteps;
            validation = other.validation;
            validationCount = other.validationCount;
            validateEverySteps = other.validateEverySteps;
            patience = other.patience;
        }

        /**
         * How many times weights are changed.
         *
         * @param steps at least 1; by default 1000
         * @return this
         */
        public Builder steps(int steps) {
            this.steps = atLeastOne("steps", steps);
            return this;
        }

        /**
         * Examples whose gradients are summed up for one step.
         *
         * @param batchSize at least 1; by default 32
         * @return this
         */
        public Builder batchSize(int batchSize) {
            this.batchSize = atLeastOne("batchSize", batchSize);
            return this;
        }

        /**
         * By how much a weight may change in a step, at the highest.
         *
         * @param learningRate above 0; by default 0.002
         * @return this
         */
        public Builder learningRate(double learningRate) {
            if (!(learningRate > 0 && Double.isFinite(learningRate))) {
                throw new IllegalArgumentException("learningRate must be above 0 and finite but is " + learningRate);
            }
            this.learningRate = learningRate;
            return this;
        }

        /**
         * Steps in which the learning rate rises from 0.
         *
         * @param warmUpSteps at least 0, at most as many as there are steps; by default 0
         * @return this
         */
        public Builder warmUpSteps(int warmUpSteps) {
            if (warmUpSteps < 0) {
                throw new IllegalArgumentException("warmUpSteps must be at least 0 but is " + warmUpSteps);
            }
            this.warmUpSteps = warmUpSteps;
            return this;
        }

        /**
         * What is left of the learning rate in the last step.
         *
         * @param finalShare 0..1; 1 keeps it constant; by default 0.01
         * @return this
         */
        public Builder finalShare(double finalShare) {
            if (!(finalShare >= 0 && finalShare <= 1)) {
                throw new IllegalArgumentException("finalShare must be 0..1 but is " + finalShare);
            }
            this.finalShare = finalShare;
            return this;
        }

        /**
         * The share of a weight that each step takes away, times the learning rate; biases and batch norms keep all.
         *
         * @param weightDecay at least 0; by default 0.01
         * @return this
         */
        public Builder weightDecay(double weightDecay) {
            if (!(weightDecay >= 0 && Double.isFinite(weightDecay))) {
                throw new IllegalArgumentException("weightDecay must be at least 0 and finite but is " + weightDecay);
            }
            this.weightDecay = weightDecay;
            return this;
        }

        /**
         * How much a cell of each class counts.
         *
         * @param classWeights one a class, at least 0, not all 0; copied; by default all count alike
         * @return this
         */
        public Builder classWeights(float... classWeights) {
            float most = 0;
            for (float weight : classWeights) {
                if (!(weight >= 0 && Float.isFinite(weight))) {
                    throw new IllegalArgumentException(
                            "classWeights must be at least 0 and finite but one is " + weight);
                }
                most = Math.max(most, weight);
            }
            if (most == 0) {
                throw new IllegalArgumentException("classWeights must not all be 0");
            }
            this.classWeights = classWeights.clone();
            return this;
        }

        /**
         * How many threads compute. What comes out is the same to the bit.
         *
         * @param threads at least 1; by default as many as the machine has; more than {@value Trainer#MOST_CHUNKS} are not used
         * @return this
         */
        public Builder threads(int threads) {
            this.threads = atLeastOne("threads", threads);
            return this;
        }

        /**
         * How often the listener hears of the training; it also does after each validation and at the end.
         *
         * @param steps at least 1; by default 50
         * @return this
         */
        public Builder reportEvery(int steps) {
            reportEverySteps = atLeastOne("reportEvery", steps);
            return this;
        }

        /**
         * Computes the loss of other examples from time to time, and after the last step. The weights that had the least are kept, not the last ones.
         *
         * @param examples of which numbers 0 to {@code count - 1} are used each time
         * @param count how many, at least 1
         * @param everySteps after how many steps, at least 1
         * @return this
         */
        public Builder validation(TrainingExamples examples, int count, int everySteps) {
            validationCount = atLeastOne("count", count);
            validateEverySteps = atLeastOne("everySteps", everySteps);
            validation = examples;
            return this;
        }

        /**
         * Ends training early once validations no longer get better.
         *
         * @param validations one after the other that were not better than the best, at least 1; by default training goes on to its last step
         * @return this
         */
        public Builder patience(int validations) {
            patience = OptionalInt.of(atLeastOne("patience", validations));
            return this;
        }

        /**
         * Makes the plan.
         *
         * @return the plan
         * @throws IllegalArgumentException if there are more steps to warm up than steps, or patience has no validation to look at
         */
        public TrainingPlan build() {
            if (warmUpSteps > steps) {
                throw new IllegalArgumentException(
                        "warmUpSteps must be at most the " + steps + " steps but is " + warmUpSteps);
            }
            if (patience.isPresent() && validation == null) {
                throw new IllegalArgumentException(
                        "patience is " + patience.getAsInt() + " but there is no validation");
            }
            return new TrainingPlan(new Builder(this));
        }

        private static int atLeastOne(String name, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(name + " must be at least 1 but is " + value);
            }
            return value;
        }
    }
}
