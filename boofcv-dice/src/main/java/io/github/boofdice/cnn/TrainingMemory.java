package io.github.boofdice.cnn;

import java.util.List;

/** How much memory a training takes: what would not fit is refused before it is begun. */
final class TrainingMemory {
    private TrainingMemory() {}

    static void require(Network start, TrainingPlan plan) {
        // Not whole numbers, which might overflow.
        double mebibytes = Float.BYTES * floats(start, plan) / (1 << 20);
        long most = Runtime.getRuntime().maxMemory() >> 20;
        if (mebibytes > most) {
            throw new IllegalArgumentException("training takes about " + (long) mebibytes + " MiB (batches of "
                    + plan.batchSize() + ", " + Trainer.workers(plan) + " threads) but the heap has at most " + most);
        }
    }

    private static double floats(Network start, TrainingPlan plan) {
        double values = start.input().size();
        double kept = 2.0 * start.input().size();
        List<LayerInfo> layers = start.layers();
        for (int i = 0; i < layers.size(); i++) {
            int size = layers.get(i).output().size();
            values += size;
            kept += start.modules().get(i) instanceof BatchNormalization ? 2.0 * size : 0;
        }
        // Each thread has all values, gradients cut in pieces, and memory for each layer to compute in.
        return 4 * values * Trainer.workers(plan)
                + kept * plan.batchSize()
                + start.parameters() * (4.0 + Math.min(plan.batchSize(), Trainer.MOST_CHUNKS));
    }
}
