package io.github.boofdice.benchmarks;

import io.github.boofdice.PartComparison;
import io.github.boofdice.testdata.BoardBox;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does it take to compare a picture of 640 x 640 pixels with its template, from grey plane to boxes, beside the usual way with OpenCV (difference, threshold,
 * opening, connected components), on one thread each?
 *
 * <p>Both get the same drawn boards. Ours takes out shift, turn, stretch and light, which OpenCV's way leaves in; how right each is then, the run with the word {@code
 * accuracy} measures ({@link DrawnBoard#right}), and the first iteration prints.
 */
// @start region=experiment
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 3, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class BoardBenchmark {
    private static final int BOARDS = 12;

    private List<DrawnBoard> boards = List.of();
    private final BoardPeer peer = new BoardPeer();
    private int next;

    /** Draws the boards. */
    @Setup
    public void draw() {
        boards = DrawnBoard.first(BOARDS);
        DrawnBoard.right(boards).forEach(System.out::println);
    }

    private DrawnBoard next() {
        next = (next + 1) % boards.size();
        return boards.get(next);
    }

    /** {@return what differs in the next of the pictures} */
    @Benchmark
    public PartComparison ours() {
        DrawnBoard board = next();
        return board.comparator().compare(board.picture());
    }

    /** {@return the boxes that OpenCV finds in it} */
    @Benchmark
    public List<BoardBox> opencv() {
        DrawnBoard board = next();
        return peer.compare(board.peerTemplate(), board.peerPicture());
    }
}
// @end region=experiment
