package io.github.boofdice.measure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** Takes times. */
final class Stopwatch {
    private static final double SECOND = 1e9;

    private Stopwatch() {}

    /** Work that gives something. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /**
     * What came out, and how long it took.
     *
     * @param wall seconds by the clock on the wall
     * @param thread seconds of the processor in the calling thread
     * @param process seconds of the processor in all threads, compiler and garbage collector among them: at most what one core would take
     */
    record Timed<T>(T result, double wall, double thread, double process) {}

    static <T> Timed<T> time(Work<T> work) throws IOException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long process = system.getProcessCpuTime();
        long thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        T result = work.run();
        return new Timed<>(
                result,
                (System.nanoTime() - wall) / SECOND,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - thread) / SECOND,
                (system.getProcessCpuTime() - process) / SECOND);
    }
}
