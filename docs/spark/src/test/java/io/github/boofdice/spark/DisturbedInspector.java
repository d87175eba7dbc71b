package io.github.boofdice.spark;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.Inspection;
import io.github.boofdice.Inspector;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.SparkSession;

/** Judges like another, until something happens to the task in which the thousandth picture is judged. In Spark's local mode all tasks run in the test's own process. */
final class DisturbedInspector implements Inspector, Serializable {
    private static final long serialVersionUID = 1L;
    private static final int THOUSANDTH = 1_000;
    private static final AtomicInteger SEEN = new AtomicInteger();
    private static final AtomicInteger RETRIED = new AtomicInteger();

    /** What happens. */
    enum Disturbance {
        /** The task throws: a fault of the machine, or of the code. */
        FAILS,
        /** Spark itself kills the task, as it does where an executor is taken away. */
        IS_KILLED
    }

    private final Disturbance disturbance;

    @SuppressWarnings("serial") // those of the library are
    private final Inspector other;

    DisturbedInspector(Inspector other, Disturbance disturbance) {
        this.other = other;
        this.disturbance = disturbance;
        SEEN.set(0);
        RETRIED.set(0);
    }

    /** How many pictures were judged in a task that was begun again. */
    int retried() {
        return RETRIED.get();
    }

    /** How many were judged, twice or not. */
    int seen() {
        return SEEN.get();
    }

    @Override
    public Inspection inspect(GrayF32 picture) {
        if (TaskContext.get().attemptNumber() > 0) {
            RETRIED.incrementAndGet();
        }
        if (SEEN.incrementAndGet() == THOUSANDTH) {
            if (disturbance == Disturbance.IS_KILLED) {
                awaitDeath();
            }
            throw new IllegalStateException("the task fails once");
        }
        return other.inspect(picture);
    }

    private static void awaitDeath() {
        SparkSession.active().sparkContext().killTaskAttempt(TaskContext.get().taskAttemptId(), true, "by a test");
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
