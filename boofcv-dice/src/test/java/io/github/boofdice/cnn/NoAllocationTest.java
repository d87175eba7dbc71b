package io.github.boofdice.cnn;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** A line that inspects parts day and night must not stop to collect garbage: a pass works in the workspace that it was given. */
class NoAllocationTest {
    private static final int CALLS = 200;
    /** In all calls together: what the virtual machine may make for itself. One object a call would be more. */
    private static final long MOST_BYTES = 16L * CALLS;

    private final float[] input = MadeUpNetworks.input(1);
    private float sum;

    @Test
    void aForwardPassAllocatesNothing() {
        Network network = MadeUpNetworks.everyKind();
        Workspace workspace = network.workspace();
        Workspace plain = network.plainWorkspace();

        assertThat(bytesOf(() -> sum += network.forward(input, workspace)[0])).isLessThan(MOST_BYTES);
        assertThat(bytesOf(() -> sum += network.forward(input, plain)[0])).isLessThan(MOST_BYTES);
        assertThat(sum).isPositive();
    }

    /** Were this not seen, the test above would prove nothing. */
    @Test
    void whatIsAllocatedIsSeen() {
        float[][] kept = new float[1][];

        assertThat(bytesOf(() -> kept[0] = new float[2])).isGreaterThan(MOST_BYTES);
    }

    /** Bytes that this thread allocates in {@value #CALLS} calls after as many in which all that happens once has happened. */
    private static long bytesOf(Runnable call) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assertThat(threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled())
                .as("this Java counts what threads allocate")
                .isTrue();
        long thread = Thread.currentThread().getId();
        long before = 0;
        for (int i = 0; i < 2 * CALLS; i++) {
            if (i == CALLS) {
                before = threads.getThreadAllocatedBytes(thread);
            }
            call.run();
        }
        return threads.getThreadAllocatedBytes(thread) - before;
    }
}
