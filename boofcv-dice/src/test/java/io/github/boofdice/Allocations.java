package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts what a call allocates. */
public final class Allocations {
    private static final int CALLS = 200;

    private Allocations() {}

    /** Bytes that this thread allocates in a call, once all that happens only once has happened; less than 16, one object, where the virtual machine may have made them for itself. */
    public static long bytesEach(Runnable call) {
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
        return (threads.getThreadAllocatedBytes(thread) - before) / CALLS;
    }
}
