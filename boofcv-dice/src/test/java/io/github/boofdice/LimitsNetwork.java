package io.github.boofdice;

import io.github.boofdice.cnn.Network;
import io.github.boofdice.cnn.Shape;
import io.github.boofdice.cnn.Tensor;
import java.util.List;
import java.util.Map;

/** A network made by hand, which needs no training: the log odds of a defect are by how many limits a cell of 8 x 8 pixels strays at most, each way. */
public final class LimitsNetwork {
    static final int CELLS = 13;

    private static final String LAYERS = """
            convolution ways
            relu r
            maxpool p kernel 8
            convolution odds
            """;

    private LimitsNetwork() {}

    /** Takes what the library's own takes, and makes what that makes, of fewer cells. */
    public static Network get() {
        return weighing(0, 1);
    }

    /** What a limit adds to the logit of a sound and of a defective cell. */
    static Network weighing(float sound, float defective) {
        Map<String, Tensor> tensors = Map.of(
                "ways.weight", Tensor.of(List.of(2, 2, 1, 1), 0, 1, 0, -1),
                "odds.weight", Tensor.of(List.of(2, 2, 1, 1), sound, sound, defective, defective));
        return Network.builder(Shape.of(2, 104, 104)).layers(LAYERS, tensors).build();
    }
}
