package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts what a call allocates. */
public final class Allocations {
    private static final int CALLS = 200;
    /** The one that allocates least counts: the virtual machine makes things for itself at its own time, but the call in every round. */
    private static final int ROUNDS = 8;
    /** Until it is compiled, a loop of vectors makes objects; on a busy machine the compiler lags behind. */
    private static final long SETTLED_AFTER_NANOS = 5_000_000_000L;

    private Allocations() {}

    /** Whole bytes that this thread allocates in a call on average, once all that happens only once has happened: 0 where {@value #CALLS} calls together take less than so many bytes. */
    public static long bytesEach(Runnable call) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assertThat(threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled())
                .as("this Java counts what threads allocate")
                .isTrue();
        long thread = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        long start = System.nanoTime();
        for (int round = 0;
                least >= CALLS && (round < ROUNDS || System.nanoTime() - start < SETTLED_AFTER_NANOS);
                round++) {
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < CALLS; i++) {
                call.run();
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        return least / CALLS;
    }
}
