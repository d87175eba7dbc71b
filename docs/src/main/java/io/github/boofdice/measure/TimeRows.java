package io.github.boofdice.measure;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspector;
import io.github.boofdice.evaluate.PictureChange;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How long things take. The benchmarks take single stages apart; here is what a user waits for. */
final class TimeRows {
    static final List<Row> ROWS = List.of(
            new Row("learning-time", false, "learning from 1,077 good pictures, reading included", TimeRows::learning),
            new Row(
                    "inspection-time",
                    false,
                    "one inspection, decoded picture to verdict, one core, warmed up",
                    study -> inspection(study, study.model(), PictureChange.NONE, 5)),
            new Row(
                    "inspection-time-turned",
                    true,
                    "one inspection at any angle, six faces, one core, warmed up",
                    study -> inspection(study, study.model(), Study.TURNED, 1)));

    private static final int PICTURES = 500;
    private static final int WARM_UP_ROUNDS = 8;
    private static final int ROUNDS = 4;
    private static final double MILLI = 1e-3;

    private TimeRows() {}

    private static Outcome learning(Study study) {
        Stopwatch.Timed<DiceInspector> learned = study.learned();
        return Outcome.empty()
                .with(
                        "processor",
                        Figure.of("processor time of all threads", Unit.SECONDS, learned.process())
                                .atMost(30))
                .detail("wall", Figure.of("on the clock", Unit.SECONDS, learned.wall()))
                .detail("callingThread", Figure.of("processor time of the caller", Unit.SECONDS, learned.thread()))
                .note("in a JVM that has done nothing before; its compiler and garbage collector are counted");
    }

    static Outcome inspection(Study study, Inspector inspector, PictureChange change, double bound) throws IOException {
        List<GrayF32> pictures = evenlySpaced(study.autumn().good(), change);
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            pictures.forEach(inspector::inspect);
        }
        double[] wall = new double[ROUNDS * pictures.size()];
        double[] thread = new double[wall.length];
        for (int i = 0; i < wall.length; i++) {
            GrayF32 picture = pictures.get(i % pictures.size());
            Stopwatch.Timed<?> timed = Stopwatch.time(() -> inspector.inspect(picture));
            wall[i] = timed.wall() / MILLI;
            thread[i] = timed.thread() / MILLI;
        }
        return Outcome.empty()
                .with(
                        "median",
                        Figure.of("median", Unit.MILLISECONDS, Percentiles.of(wall, 0.5))
                                .atMost(bound))
                .detail("high", Figure.of("95 % within", Unit.MILLISECONDS, Percentiles.of(wall, 0.95)))
                .detail(
                        "processor",
                        Figure.of("median processor time", Unit.MILLISECONDS, Percentiles.of(thread, 0.5)));
    }

    private static List<GrayF32> evenlySpaced(List<Capture.Shot> good, PictureChange change) {
        int[] places = IntStream.range(0, PICTURES)
                .map(i -> (int) ((long) i * good.size() / PICTURES))
                .toArray();
        return Arrays.stream(places)
                .mapToObj(good::get)
                .map(shot -> change.change(shot.file(), shot.picture()))
                .toList();
    }
}
