package io.github.boofdice.fuzz;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Hands the cases of one target over, one after the other, and keeps count. One run belongs to one thread; others may look at it. */
public final class FuzzRun {
    /** A case that takes longer, of the processor's time, is a finding. */
    private static final long SLOW_NANOS = 1_000_000_000L;

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private static final int MOST_FINDINGS = 20;

    /**
     * A case that ended in neither of the two ways that are documented, or not in time.
     *
     * @param target whose case it is
     * @param bytes hand them over once more to see it again
     * @param problem what happened, with the trace
     */
    public record Finding(String target, byte[] bytes, String problem) {}

    private final FuzzTarget target;
    private final long start;
    private final List<Finding> findings = new CopyOnWriteArrayList<>();
    private final AtomicLong cases = new AtomicLong();
    private long accepted;
    private long slowest;
    private volatile byte[] current = new byte[0];
    private volatile long startedAt = Long.MAX_VALUE;

    /** @param seed other seeds, other cases */
    public FuzzRun(FuzzTarget target, long seed) {
        this.target = target;
        this.start = new SplittableRandom(seed).nextLong();
    }

    /** Runs some cases more. */
    public void advance(long more) {
        for (long left = more; left > 0 && findings.size() < MOST_FINDINGS; left--) {
            once(target.make(new SplittableRandom(start + cases.get()).nextLong()));
        }
        startedAt = Long.MAX_VALUE;
    }

    /** Runs one case of these bytes; everything that was found until now. */
    public List<Finding> once(byte[] bytes) {
        long nanos = timed(bytes);
        if (nanos > SLOW_NANOS) {
            findings.add(new Finding(target.name(), bytes, "took " + nanos / 1_000_000 + " ms"));
        }
        slowest = Math.max(slowest, nanos);
        cases.incrementAndGet();
        return findings();
    }

    private long timed(byte[] bytes) {
        current = bytes;
        startedAt = System.nanoTime();
        long before = CLOCK.getCurrentThreadCpuTime(); // how busy the machine is does not matter
        try {
            if (target.accepts(bytes)) {
                accepted++;
            }
        } catch (Throwable e) { // whatever it is, it should not have come out
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            findings.add(new Finding(target.name(), bytes, trace.toString()));
        }
        return CLOCK.getCurrentThreadCpuTime() - before;
    }

    /** What has not come back yet, as a finding; for a watcher in another thread. */
    public Finding unfinished(Thread worker) {
        StringBuilder trace = new StringBuilder("has not come back after " + currentSeconds() + " s\n");
        for (StackTraceElement frame : worker.getStackTrace()) {
            trace.append("\tat ").append(frame).append('\n');
        }
        return new Finding(target.name(), current, trace.toString());
    }

    /** For how long the current case has been running; 0 between cases. */
    public double currentSeconds() {
        long since = startedAt;
        return since == Long.MAX_VALUE ? 0 : (System.nanoTime() - since) / 1e9;
    }

    public FuzzTarget target() {
        return target;
    }

    public long cases() {
        return cases.get();
    }

    /** Cases that were let in: neither none nor all of them, if the cases are any good. */
    public long accepted() {
        return accepted;
    }

    /** The processor's time for the slowest case. */
    public double slowestMillis() {
        return slowest / 1e6;
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
