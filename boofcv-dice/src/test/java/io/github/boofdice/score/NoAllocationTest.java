package io.github.boofdice.score;

import static io.github.boofdice.RenderedDice.IDEAL;
import static io.github.boofdice.RenderedDice.LEVELS;
import static io.github.boofdice.RenderedDice.QUIET;
import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import com.sun.management.ThreadMXBean;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.Planes;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;
import io.github.boofdice.testdata.Face;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** A line that inspects parts day and night must not stop to collect garbage: scoring works on planes that it was given. */
class NoAllocationTest {
    private static final int CALLS = 100;
    /**
     * In all calls together: ten lone objects, which the virtual machine may make for itself; one object a call would be ten times that. And what Java's own sine and
     * cosine take of the pose's angle, which are written in Java from 21 on and make an array of two numbers each.
     */
    private static final long MOST_BYTES = 160L + (Runtime.version().feature() < 21 ? 0 : 2 * 32 * CALLS);

    private final Evidence evidence = new Evidence(LEVELS.frame());
    private final GrayF32 map = new GrayF32(128, 128);
    private final PictureLevels picture = LEVELS.prepare(Planes.waves(128, 128, 3, 1));
    private double sum;

    @Test
    void scoringAllocatesNothing() {
        Template six = IDEAL.get(Face.SIX.ordinal());
        VariationScorer scorer = new VariationScorer(six, QUIET, LEVELS.frame());
        RigidPose inside = new RigidPose(1, -2, 0.3);
        RigidPose beyondTheEdge = new RigidPose(15, -2, 0.3);

        assertThat(bytesOf(() -> sum += scorer.compare(picture, inside, 1.1, evidence, map)))
                .isLessThan(MOST_BYTES);
        assertThat(bytesOf(() -> sum += scorer.compare(picture, beyondTheEdge, 1.1, evidence, map)))
                .isLessThan(MOST_BYTES);
        assertThat(bytesOf(() -> scorer.locate(evidence, map))).isLessThan(MOST_BYTES);
        assertThat(sum).isPositive();
    }

    /** Were this not seen, the test above would prove nothing. */
    @Test
    void whatIsAllocatedIsSeen() {
        GrayF32[] kept = new GrayF32[1];

        assertThat(bytesOf(() -> kept[0] = new GrayF32(2, 2))).isGreaterThan(16L * CALLS);
    }

    /** Bytes that this thread allocates in {@value #CALLS} calls after as many in which all that happens once has happened. */
    private static long bytesOf(Runnable call) {
        assertThat(ManagementFactory.getThreadMXBean())
                .as("this Java cannot tell what a thread allocates, so that the test cannot be run on it")
                .isInstanceOf(ThreadMXBean.class);
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
