package io.github.boofdice.cnn;

import java.time.Duration;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Trains networks: brings the cross-entropy of their classes down by Adam (D. P. Kingma and J. Ba, arXiv:1412.6980), with weights that decay apart from it (I. Loshchilov and F. Hutter, arXiv:1711.05101).
 *
 * <p>The network's output holds the logits: a vector of classes, or planes of classes x height x width, where every cell has a class of its own. A softmax at the end is taken together with the loss, which is divided by the weight of all cells of a mini-batch.
 *
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/Networks.html">Tutorial: networks</a>
 */
public final class Trainer {
    /** Into how many parts a mini-batch is shared out, at most, and so how many threads can help. */
    static final int MOST_CHUNKS = 8;

    private Trainer() {}

    /**
     * Trains a network onwards from its weights. The same plan and examples give the same bits, whatever the number of threads and the JDK.
     *
     * @param start the network, not modified
     * @param examples to learn from; step n of a plan with batches of b uses numbers (n - 1) b to n b - 1
     * @param plan how to
     * @param listener hears how it goes
     * @return the network after the last step; if it was validated, as it was when that loss was least
     * @throws IllegalArgumentException if nothing in the network learns, the plan does not go with it, an example has a class that is none, or memory is not enough; the message says which
     * @throws ArithmeticException if the loss or a weight is not a finite number any more; the message says in which step
     * @throws InterruptedException if the thread is interrupted; all others have then ended
     */
    public static Network train(Network start, TrainingExamples examples, TrainingPlan plan, TrainingListener listener)
            throws InterruptedException {
        TrainingMemory.require(start, plan);
        try (Workers workers = new Workers(workers(plan))) {
            return new Training(start, examples, plan, workers).run(listener);
        }
    }

    static int workers(TrainingPlan plan) {
        return Math.min(plan.threads(), Math.min(plan.batchSize(), MOST_CHUNKS));
    }

    /** One training. */
    private static final class Training {
        private final TrainingPlan plan;
        private final TrainedLayers layers;
        private final MiniBatch batch;
        private final @Nullable Validation validation;
        private final long began = System.nanoTime();
        private double best = Double.POSITIVE_INFINITY;
        private @Nullable Network bestNetwork;
        private int notBetter;

        Training(Network start, TrainingExamples examples, TrainingPlan plan, Workers workers) {
            this.plan = plan;
            layers = new TrainedLayers(start, plan.batchSize());
            CrossEntropy loss = new CrossEntropy(layers.output(), plan.classWeights());
            batch = new MiniBatch(layers, loss, examples, plan.batchSize(), workers);
            TrainingExamples others = plan.validation();
            validation = others == null ? null : new Validation(loss, others, plan.validationCount(), workers);
        }

        Network run(TrainingListener listener) throws InterruptedException {
            Adam adam = new Adam(layers.parameters(), plan.weightDecay());
            double losses = 0;
            int since = 0;
            boolean ended = false;
            for (int step = 1; !ended; step++) {
                losses += learn(adam, step);
                since++;
                OptionalDouble validated = validate(step);
                ended = step == plan.steps()
                        || notBetter >= plan.patience().orElse(Integer.MAX_VALUE)
                        || listener.stops();
                if (ended || validated.isPresent() || step % plan.reportEverySteps() == 0) {
                    Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
                    listener.step(new TrainingProgress(
                            step, plan.steps(), losses / since, plan.learningRate(step), validated, elapsed));
                    losses = 0;
                    since = 0;
                }
            }
            return bestNetwork == null ? layers.network() : bestNetwork;
        }

        private double learn(Adam adam, int step) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException("training was interrupted in step " + step);
            }
            double loss = batch.compute((step - 1L) * plan.batchSize());
            requireFinite("loss", loss, step);
            double rate = plan.learningRate(step);
            if (!adam.step(batch.gradients(), rate)) {
                throw notFinite("a weight is not finite", step);
            }
            layers.weightsChanged();
            return loss;
        }

        private OptionalDouble validate(int step) throws InterruptedException {
            if (validation == null || !plan.validatesAfter(step)) {
                return OptionalDouble.empty();
            }
            double loss = validation.compute(layers.logits());
            requireFinite("validation loss", loss, step);
            notBetter++;
            if (loss < best) {
                best = loss;
                bestNetwork = layers.network();
                notBetter = 0;
            }
            return OptionalDouble.of(loss);
        }

        private void requireFinite(String what, double value, int step) {
            if (!Double.isFinite(value)) {
                throw notFinite(what + " is " + value, step);
            }
        }

        private ArithmeticException notFinite(String what, int step) {
            return new ArithmeticException(what + " in step " + step + " of " + plan.steps()
                    + ": an example holds such a number, or a learning rate of " + plan.learningRate(step)
                    + " is too high");
        }
    }
}
