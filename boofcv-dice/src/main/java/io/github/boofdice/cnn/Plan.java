package io.github.boofdice.cnn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In which steps a network is computed.
 *
 * @param stages in order; none where nothing is to be computed
 */
record Plan(List<Stage> stages) {
    /**
     * One step.
     *
     * @param last which layer's values it gives, counted from 0
     * @param output their shape
     */
    record Stage(Step step, int last, Shape output) {}

    /** Every layer by itself. */
    static Plan plain(List<Layer> layers, List<Shape> shapes) {
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            stages.add(new Stage(layers.get(i).step(shapes.get(i)), i, shapes.get(i + 1)));
        }
        return new Plan(List.copyOf(stages));
    }

    /**
     * Layers together wherever that saves time: batch norm in the weights before it, activations and the maximum of two by two values in a convolution, nothing at all for
     * what moves no number.
     *
     * @param shapes of the input and of each layer's output
     */
    static Plan fused(List<Layer> layers, List<Shape> shapes) {
        List<Stage> stages = new ArrayList<>();
        int next = 0;
        while (next < layers.size()) {
            Fusion fusion = new Fusion(layers, next);
            Step step = fusion.step(shapes.get(next));
            next = fusion.end;
            if (step != null) {
                stages.add(new Stage(step, next - 1, shapes.get(next)));
            }
        }
        return new Plan(List.copyOf(stages));
    }

    /** The layers that one step computes. */
    private static final class Fusion {
        private final List<Layer> layers;
        private Layer first;
        private int end;
        private @Nullable Activation activation;
        private boolean halved;

        Fusion(List<Layer> layers, int start) {
            this.layers = layers;
            first = layers.get(start);
            end = start + 1;
            if (first instanceof Convolution convolution) {
                if (peek() instanceof BatchNormalization norm) {
                    first = convolution.folded(norm);
                    end++;
                }
                takeActivation();
                takeHalving();
                takeActivation();
            } else if (first instanceof Dense dense) {
                if (peek() instanceof BatchNormalization norm) {
                    first = dense.folded(norm);
                    end++;
                }
                takeActivation();
            }
        }

        private void takeActivation() {
            if (activation == null && peek() instanceof Activation next) {
                activation = next;
                end++;
            }
        }

        private void takeHalving() {
            // Taken before the activation here, after it in the network.
            boolean same = activation == null || activation.increasing();
            if (same && WinogradStep.serves((Convolution) first) && peek() instanceof Pool pool && pool.halves()) {
                halved = true;
                end++;
            }
        }

        private @Nullable Layer peek() {
            return end < layers.size() ? layers.get(end) : null;
        }

        @Nullable
        Step step(Shape input) {
            if (first instanceof Convolution convolution) {
                return convolution.step(input, activation, halved);
            } else if (first instanceof Dense dense) {
                return dense.activated(activation);
            }
            return first instanceof Flatten ? null : first.step(input);
        }
    }
}
