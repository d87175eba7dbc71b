package io.github.boofdice.cnn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.Allocations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A line that inspects parts day and night must not stop to collect garbage: a pass works in the workspace that it was given. */
class NoAllocationTest {
    private final float[] input = MadeUpNetworks.input(1);
    private float sum;

    @Tag("plain")
    @Test
    void aForwardPassAllocatesNothing() {
        Network network = MadeUpNetworks.everyKind();
        Workspace workspace = network.workspace();
        Workspace plain = network.plainWorkspace();

        assertThat(Allocations.bytesEach(() -> sum += network.forward(input, workspace)[0]))
                .isZero();
        assertThat(Allocations.bytesEach(() -> sum += network.forward(input, plain)[0]))
                .isZero();
        assertThat(sum).isPositive();
    }

    /** Until C2 has compiled the loops, each vector is an object, and afterwards too where a loop has grown too long for it: so all of them run here. */
    @Tag("vector")
    @Test
    void onceTheLoopsOfVectorsAreCompiledAForwardPassAllocatesNothing() {
        Network network = Network.builder(Shape.of(1, 64, 64)).layers("""
                        convolution c outputs 8 kernel 3 padding 1
                        relu r
                        maxpool m kernel 2
                        convolution d outputs 8 kernel 3 padding 1
                        maxpool n kernel 2
                        flatten f
                        dense e outputs 4
                        """, 1).build();
        Workspace workspace = network.workspace();
        float[] values = SixLoops.randoms(1, network.input().size());

        assertThat(Allocations.bytesEach(() -> sum += network.forward(values, workspace)[0]))
                .isZero();
    }

    /** Were this not seen, the tests above would prove nothing. */
    @Tag("plain")
    @Test
    void whatIsAllocatedIsSeen() {
        float[][] kept = new float[1][];

        assertThat(Allocations.bytesEach(() -> kept[0] = new float[2])).isGreaterThan(16);
    }
}
