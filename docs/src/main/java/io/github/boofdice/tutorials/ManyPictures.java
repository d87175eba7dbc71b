package io.github.boofdice.tutorials;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspection;
import io.github.boofdice.io.PictureFolder;
import io.github.boofdice.testdata.SamplePictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * Tutorial 10, many pictures: a parallel stream, virtual threads, and what more callers bring.
 *
 * <h2>A parallel stream</h2>
 *
 * <p>One inspector serves all threads. A parallel stream takes a thread a processor, and gives the answers in the order of the files:
 *
 * {@snippet file="io/github/boofdice/tutorials/ManyPictures.java" region="stream"}
 *
 * <h2>Virtual threads</h2>
 *
 * <p>From JDK 21 on. They help where a thread waits, for files from a network, say: thousands of them may wait at once. Judging is left to as many threads as there are processors:
 *
 * {@snippet file="io/github/boofdice/tutorials/VirtualThreads.java" region="virtual"}
 *
 * <p>Why not judge in the virtual threads too? The answers would be right, but an inspector keeps working memory for each thread that calls it, and a virtual thread that judges one picture leaves it behind: 3.7 MB a picture instead of 0.11, and fewer pictures a second, as the last bar shows.
 *
 * <h2>More machines</h2>
 *
 * <p>An inspector is serializable as its model file. The example in {@code docs/spark} broadcasts it and inspects a folder of any size with Apache Spark; {@code docs/scale.md} works out what that costs.
 *
 * <figure>
 * <img src="doc-files/many-pictures.png" alt="Bars: pictures a second of one, two, four and eight threads of a pool, of a parallel stream and of virtual threads" width="560">
 * <figcaption>Pictures of 128 x 128 pixels that one inspector judges in a second, on a machine with two processors: <code>2026-11-23-1145-0f19c4c-jdk25.json</code>.</figcaption>
 * </figure>
 *
 * <h2>How to read it</h2>
 *
 * <ul>
 *   <li>Two callers on two processors: that is what there is to win. More callers neither help nor harm.
 *   <li>The answers do not depend on how many call: a test holds each way above to the same ones.
 *   <li>Reading a file takes a part of the time too, and is done by the same threads here.
 * </ul>
 *
 * @see Production
 * @see DiceInspector
 */
public final class ManyPictures {
    private static final String BENCHMARK = "io.github.boofdice.benchmarks.CallersBenchmark.inspect";

    /** A figure in a text belongs to one file. */
    static final String RESULTS = "benchmarks/results/2026-11-23-1145-0f19c4c-jdk25.json";

    private ManyPictures() {}

    /** Inspects files, answers in their order. */
    interface Way {
        List<Inspection> inspect(DiceInspector inspector, List<Path> files)
                throws InterruptedException, ExecutionException;
    }

    /**
     * Inspects the drawn dice of test-data.
     *
     * @param args not used
     * @throws IOException when the folder cannot be searched
     */
    public static void main(String[] args) throws IOException {
        inParallel(Drawn.inspector(), PictureFolder.list(SamplePictures.judge()))
                .forEach(found -> System.out.println(found.explain()));
    }

    static List<Inspection> inParallel(DiceInspector inspector, List<Path> files) {
        // @start region=stream
        List<Inspection> found = files.parallelStream()
                .map(file -> {
                    try {
                        return inspector.inspect(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e); // or an answer of your own for a damaged file
                    }
                })
                .toList();
        // @end region=stream
        return found;
    }

    /** Pictures a second by who calls. */
    static Map<String, Double> throughput(Path results) throws IOException {
        Map<String, Double> throughput = new LinkedHashMap<>();
        try (Reader in = Files.newBufferedReader(results)) {
            JsonObject run = JsonParser.parseReader(in).getAsJsonObject();
            for (JsonElement one : run.getAsJsonArray("benchmarks")) {
                JsonObject benchmark = one.getAsJsonObject();
                if (benchmark.get("benchmark").getAsString().equals(BENCHMARK)) {
                    String callers =
                            benchmark.getAsJsonObject("params").get("callers").getAsString();
                    throughput.put(callers, benchmark.get("median").getAsDouble());
                }
            }
        }
        return throughput;
    }

    static BufferedImage figure() throws IOException {
        return Chart.bars("pictures a second", throughput(TutorialFigures.root().resolve(RESULTS)));
    }
}
