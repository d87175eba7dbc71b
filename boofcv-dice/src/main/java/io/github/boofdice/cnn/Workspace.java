package io.github.boofdice.cnn;

import java.util.List;

/** The memory in which one caller computes one network, again and again; {@link Network#workspace} makes it. For one thread at a time. */
public final class Workspace {
    private final Network network;
    private final List<Plan.Stage> stages;
    private final float[] input;
    private final float[][] outputs;
    private final Pass[] passes;

    Workspace(Network network, Plan plan) {
        this.network = network;
        stages = plan.stages();
        input = new float[network.input().size()];
        outputs = new float[stages.size()][];
        passes = new Pass[stages.size()];
        float[] last = input;
        for (int i = 0; i < passes.length; i++) {
            outputs[i] = new float[stages.get(i).output().size()];
            passes[i] = stages.get(i).step().open(last, outputs[i]);
            last = outputs[i];
        }
    }

    Network network() {
        return network;
    }

    float[] forward(float[] values) {
        System.arraycopy(values, 0, input, 0, input.length);
        float[] last = input;
        for (int i = 0; i < passes.length; i++) {
            passes[i].run();
            last = outputs[i];
        }
        return last;
    }

    int stages() {
        return passes.length;
    }

    /** The layer, counted from 0, whose values a stage gives. */
    int layer(int stage) {
        return stages.get(stage).last();
    }

    /** What a stage gave in the last pass. */
    float[] output(int stage) {
        return outputs[stage];
    }
}
