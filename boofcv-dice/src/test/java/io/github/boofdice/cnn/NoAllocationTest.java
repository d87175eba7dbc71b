package io.github.boofdice.cnn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.Allocations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A line that inspects parts day and night must not stop to collect garbage: a pass works in the workspace that it was given. */
class NoAllocationTest {
    private final float[] input = MadeUpNetworks.input(1);
    private float sum;

    /** With the Vector API this holds once C2 has compiled the loops, which takes thousands of passes: until then each vector is an object. */
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

    /** Were this not seen, the test above would prove nothing. */
    @Test
    void whatIsAllocatedIsSeen() {
        float[][] kept = new float[1][];

        assertThat(Allocations.bytesEach(() -> kept[0] = new float[2])).isGreaterThan(16);
    }
}
