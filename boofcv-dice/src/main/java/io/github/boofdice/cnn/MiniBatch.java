package io.github.boofdice.cnn;

import io.github.boofdice.kernel.RowLoops;
import java.util.Arrays;

/**
 * Computes the loss of a mini-batch and its gradient. Examples are shared out in chunks whose bounds depend on the size of the batch alone; each chunk sums up in its own memory, example by example, and the chunks' sums
 * are added up in order. So no bit depends on the number of threads.
 */
final class MiniBatch {
    private final TrainedLayers layers;
    private final CrossEntropy loss;
    private final TrainingExamples examples;
    private final Workers workers;
    private final Lane[] lanes;
    private final float[][] inputs;
    private final int[][] classes;
    /** By example. */
    private final double[] losses;

    private final double[] weights;
    /** By chunk, layer and parameter. */
    private final float[][][][] gradients;

    MiniBatch(TrainedLayers layers, CrossEntropy loss, TrainingExamples examples, int size, Workers workers) {
        this.layers = layers;
        this.loss = loss;
        this.examples = examples;
        this.workers = workers;
        lanes = new Lane[workers.count()];
        Arrays.setAll(lanes, i -> new Lane(layers));
        inputs = new float[size][layers.shapes().get(0).size()];
        classes = new int[size][loss.cells()];
        losses = new double[size];
        weights = new double[size];
        gradients = new float[Math.min(size, Trainer.MOST_CHUNKS)][][][];
        Arrays.setAll(gradients, i -> layers.gradients());
    }

    /** What is done with one example. */
    private interface Work {
        void run(Lane lane, int example, float[][][] chunkGradients);
    }

    private void each(Work work) throws InterruptedException {
        int size = inputs.length;
        int chunks = gradients.length;
        workers.run(chunks, (worker, chunk) -> {
            for (int i = chunk * size / chunks; i < (chunk + 1) * size / chunks; i++) {
                work.run(lanes[worker], i, gradients[chunk]);
            }
        });
    }

    /**
     * Computes one mini-batch.
     *
     * @param first the number of its first example
     * @return the mean loss of its cells
     */
    double compute(long first) throws InterruptedException {
        clear();
        int last = layers.segments().size() - 1;
        for (int s = 0; s < last; s++) {
            int segment = s;
            each((lane, example, unused) -> {
                enter(lane, segment, example, first);
                TrainedLayers.Segment bounds = layers.segments().get(segment);
                lane.forward(bounds.from(), bounds.to());
                layers.norm(segment).collect(example, lane.values(bounds.to()));
            });
            layers.norm(segment).combine();
        }
        each((lane, example, chunkGradients) -> {
            enter(lane, last, example, first);
            TrainedLayers.Segment bounds = layers.segments().get(last);
            lane.forward(bounds.from(), bounds.to());
            losses[example] = loss.sum(lane.values(bounds.to()), classes[example], lane.gradient(bounds.to()));
            weights[example] = loss.weight(classes[example]);
            leave(lane, last, example, chunkGradients);
        });
        for (int s = last - 1; s >= 0; s--) {
            int segment = s;
            TrainedLayers.Segment bounds = layers.segments().get(segment);
            layers.norm(segment).combineGradients(gradients[0][bounds.to()]);
            if (layers.needsGradient(bounds.to())) {
                each((lane, example, chunkGradients) -> {
                    load(lane, segment, example);
                    lane.repeat(bounds);
                    layers.norm(segment).backward(example, lane.gradient(bounds.to()));
                    leave(lane, segment, example, chunkGradients);
                });
            }
        }
        return combine();
    }

    private void clear() {
        for (float[][][] chunk : gradients) {
            for (float[][] layer : chunk) {
                for (float[] parameter : layer) {
                    Arrays.fill(parameter, 0);
                }
            }
        }
    }

    private void enter(Lane lane, int segment, int example, long first) {
        if (segment == 0) {
            long number = first + example;
            Arrays.fill(inputs[example], 0);
            Arrays.fill(classes[example], 0);
            examples.example(number, inputs[example], classes[example]);
            loss.check(classes[example], number);
        }
        load(lane, segment, example);
    }

    private void load(Lane lane, int segment, int example) {
        float[] values = lane.values(layers.segments().get(segment).from());
        if (segment == 0) {
            System.arraycopy(inputs[example], 0, values, 0, values.length);
        } else {
            layers.norm(segment - 1).apply(example, values);
        }
    }

    private void leave(Lane lane, int segment, int example, float[][][] chunkGradients) {
        TrainedLayers.Segment bounds = layers.segments().get(segment);
        lane.backward(bounds, chunkGradients);
        float[] gradient = lane.gradient(bounds.from());
        if (segment > 0 && gradient != null) {
            layers.norm(segment - 1).collectGradient(example, gradient);
        }
    }

    /** Everything into the first chunk's memory, divided by the weight of all cells. */
    private double combine() {
        double weight = sum(weights);
        // Where no cell counts there is nothing to learn.
        double share = weight == 0 ? 0 : 1 / weight;
        for (int layer = 0; layer < gradients[0].length; layer++) {
            for (int p = 0; p < gradients[0][layer].length; p++) {
                float[] total = gradients[0][layer][p];
                for (int chunk = 1; chunk < gradients.length; chunk++) {
                    RowLoops.add(total, gradients[chunk][layer][p], 1, total.length);
                }
                for (int i = 0; i < total.length; i++) {
                    total[i] = (float) (total[i] * share);
                }
            }
        }
        return sum(losses) * share;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** Of the last mini-batch: one array a parameter. */
    float[][] gradients() {
        return Arrays.stream(gradients[0]).flatMap(Arrays::stream).toArray(float[][]::new);
    }
}
