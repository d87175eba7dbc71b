package io.github.boofdice.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RandomWeightsTest {
    private static final String LINES = """
            convolution c outputs 64 kernel 3 2 padding 1 groups 2 stride 2
            batchnorm n
            flatten f
            dense d outputs 10
            """;

    @Test
    void theSeedDeterminesEveryWeight() {
        assertThat(NetworkFile.encode(made(5))).isEqualTo(NetworkFile.encode(made(5)));
        assertThat(NetworkFile.encode(made(5))).isNotEqualTo(NetworkFile.encode(made(6)));
    }

    @Test
    void weightsAreSpreadByWhatAnOutputSeesAndBiasesAreZero() {
        Network network = made(1);
        Convolution convolution = (Convolution) network.modules().get(0);
        Dense dense = (Dense) network.modules().get(3);

        assertThat(convolution.weight().sizes()).containsExactly(64, 2, 3, 2);
        assertThat(deviation(convolution.weight())).isCloseTo(Math.sqrt(2.0 / 12), within(0.03));
        assertThat(dense.weight().sizes()).containsExactly(10, 64 * 6 * 6);
        assertThat(deviation(dense.weight())).isCloseTo(Math.sqrt(2.0 / 2304), within(0.001));
        assertThat(convolution.bias().raw()).hasSize(64).containsOnly(0);
        assertThat(dense.bias().raw()).hasSize(10).containsOnly(0);
    }

    @Test
    void aBatchNormChangesNothingYet() {
        BatchNormalization norm = (BatchNormalization) made(1).modules().get(1);

        assertThat(norm.weight().raw()).containsOnly(1);
        assertThat(norm.variance().raw()).containsOnly(1);
        assertThat(norm.bias().raw()).containsOnly(0);
        assertThat(norm.mean().raw()).containsOnly(0);
    }

    @Test
    void aSizeThatIsMissingOrWrongIsRefused() {
        refuses("convolution c kernel 3", "layer c: outputs is missing");
        refuses("convolution c outputs 3", "layer c: kernel is missing");
        refuses("dense d", "layer d: outputs is missing");
        refuses("dense d kernel 3", "layer d: dense has no setting 'kernel'");
        refuses("convolution c outputs 3 kernel 3 groups 3", "layer c: groups must divide the 4 channels but are 3");
        refuses("convolution c outputs 0 kernel 3", "layer c: sizes of weight must be at least 1");
        refuses("convolution c outputs 2000000000 kernel 4000", "layer c: sizes of weight must be at least 1");
        assertThatThrownBy(() -> Network.builder(Shape.of(4, 9, 9)).layers("convolution c outputs 3", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("convolution has no setting 'outputs'");
    }

    private static void refuses(String line, String message) {
        assertThatThrownBy(() -> Network.builder(Shape.of(4, 9, 9)).layers(line, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static Network made(long seed) {
        return Network.builder(Shape.of(4, 11, 10)).layers(LINES, seed).build();
    }

    private static double deviation(Tensor tensor) {
        double squares = 0;
        for (float value : tensor.raw()) {
            squares += value * value;
        }
        return Math.sqrt(squares / tensor.raw().length);
    }
}
