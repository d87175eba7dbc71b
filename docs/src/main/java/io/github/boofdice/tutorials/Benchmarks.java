package io.github.boofdice.tutorials;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tutorial 9, benchmarks: run them, read what they leave, add your own.
 *
 * <h2>Run</h2>
 *
 * <p>Each benchmark of the module {@code benchmarks} is an experiment under JMH: a question, seeded pictures, peers in the same run.
 *
 * <pre>
 * ./mvnw -DskipTests package
 * java -jar benchmarks/target/benchmarks.jar          all, an hour and more; nothing else may run meanwhile
 * java -jar benchmarks/target/benchmarks.jar short    each for a moment, to see that it works
 * </pre>
 *
 * <h2>Read</h2>
 *
 * <p>A run leaves one JSON file in {@code benchmarks/results}, with CPU, JDK and commit. Quoted are medians, the median of the forks' medians, for these do not care about the one pause of a garbage collector:
 *
 * {@snippet file="io/github/boofdice/tutorials/Benchmarks.java" region="read"}
 *
 * <figure>
 * <img src="doc-files/benchmarks.png" alt="Four bars: prepare, align, compare, and a whole inspection" width="560">
 * <figcaption>One inspection of a 128 x 128 picture at any angle on one core, and its stages, in microseconds: <code>2026-11-22-1657-bf1af89-jdk17.json</code>.</figcaption>
 * </figure>
 *
 * <h2>Add your own</h2>
 *
 * <p>A class in {@code benchmarks/src/main/java}: the question in its comment, a seeded set-up, ours and the peer as two methods of one class so that one run measures both, and a test that they find the same. The jar finds it by itself.
 *
 * {@snippet file="io/github/boofdice/benchmarks/BoardBenchmark.java" region="experiment"}
 *
 * <h2>How to read it</h2>
 *
 * <ul>
 *   <li>Compare figures of one file only: another machine, or the same one on another day, is another experiment.
 *   <li>{@code error} is half of a 99.9 % interval of the mean. Two medians that lie closer than that are alike.
 *   <li>Look at {@code forks}: if one lies apart from the others, the compiler decided otherwise there, and the figure is one of two.
 *   <li>How right the results are is measured elsewhere, with the word {@code accuracy}: a fast wrong answer is none.
 * </ul>
 *
 * @see io.github.boofdice.DiceInspector#inspect(boofcv.struct.image.GrayF32)
 */
public final class Benchmarks {
    private static final String STAGES = "io.github.boofdice.benchmarks.StageBenchmark.";

    /** A figure in a text belongs to one file. */
    static final String RESULTS = "benchmarks/results/2026-11-22-1657-bf1af89-jdk17.json";

    private Benchmarks() {}

    /**
     * Prints the medians of a run.
     *
     * @param args a file of results
     * @throws IOException when it cannot be read
     */
    public static void main(String[] args) throws IOException {
        medians(Path.of(args[0])).forEach((name, median) -> System.out.println(median + " us  " + name));
    }

    static Map<String, Double> medians(Path results) throws IOException {
        // @start region=read
        Map<String, Double> medians = new TreeMap<>();
        try (Reader in = Files.newBufferedReader(results)) {
            JsonObject run = JsonParser.parseReader(in).getAsJsonObject();
            for (JsonElement one : run.getAsJsonArray("benchmarks")) {
                JsonObject benchmark = one.getAsJsonObject();
                String name = benchmark.get("benchmark").getAsString() + " " + benchmark.get("params");
                medians.put(name, benchmark.get("median").getAsDouble()); // in the unit that "unit" tells
            }
        }
        // @end region=read
        return medians;
    }

    /** Stages of the inspection of turned dice, in the order in which they run, and last the whole. */
    static Map<String, Double> stages(Path results) throws IOException {
        Map<String, Double> medians = medians(results);
        Map<String, Double> stages = new LinkedHashMap<>();
        for (String stage : List.of("prepare", "align", "compare", "inspect")) {
            medians.forEach((name, median) -> {
                if (name.startsWith(STAGES + stage + " ") && name.contains("turned")) {
                    stages.put(stage, median);
                }
            });
        }
        return stages;
    }

    static BufferedImage figure() throws IOException {
        return Chart.bars("microseconds", stages(TutorialFigures.root().resolve(RESULTS)));
    }
}
