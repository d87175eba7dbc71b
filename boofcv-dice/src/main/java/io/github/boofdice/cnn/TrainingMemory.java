package io.github.boofdice.cnn;

/** How much memory a training takes: what would not fit is refused before it is begun. */
final class TrainingMemory {
    private TrainingMemory() {}

    static void require(Network start, TrainingPlan plan) {
        long needed = Float.BYTES * floats(start, plan);
        long most = Runtime.getRuntime().maxMemory();
        if (needed > most) {
            throw new IllegalArgumentException("training takes about " + mebibytes(needed) + " MiB (batches of "
                    + plan.batchSize() + ", " + Trainer.workers(plan) + " threads) but the heap has at most "
                    + mebibytes(most));
        }
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }

    private static long floats(Network start, TrainingPlan plan) {
        long values = start.input().size();
        long kept = 2L * start.input().size();
        for (LayerInfo layer : start.layers()) {
            values += layer.output().size();
        }
        for (Layer layer : start.modules()) {
            if (layer instanceof BatchNormalization) {
                kept += 2L
                        * start.layers()
                                .get(start.modules().indexOf(layer))
                                .input()
                                .size();
            }
        }
        // Each thread has all values, gradients cut in pieces, and some memory for each layer to compute in.
        return 3 * values * Trainer.workers(plan)
                + kept * plan.batchSize()
                + start.parameters() * (4L + Math.min(plan.batchSize(), Trainer.MOST_CHUNKS));
    }
}
