package io.github.boofdice.measure;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The README's table of times beside native peers, as a user sees them who changes nothing: of each pair the newest run of a commit in {@code benchmarks/results} that measured both without flags, on the oldest JDK
 * of those. {@code docs/performance.md} has all.
 */
final class SpeedTable {
    private static final Pattern NO_FLAGS = Pattern.compile(".*-jdk(\\d+)\\.json");
    private static final List<Pair> PAIRS = List.of(
            new Pair(
                    "a die inspected, at any angle, six faces",
                    "InspectionBenchmark",
                    "opencv",
                    "a pipeline of OpenCV's functions"),
            new Pair(
                    "a pose refined, from a picture that is prepared (OpenCV prepares it in its one call)",
                    "RefinementBenchmark",
                    "opencv",
                    "OpenCV `findTransformECC`"),
            new Pair("a board of 640 x 640 compared", "BoardBenchmark", "opencv", "the usual steps in OpenCV"),
            new Pair("the seed's network, one picture", "NetworkBenchmark", "onnxRuntime", "ONNX Runtime"));

    private SpeedTable() {}

    /** Two methods of one benchmark: ours, and a peer. */
    private record Pair(String words, String benchmark, String peer, String peerWords) {}

    /** What a run measured: medians in microseconds by benchmark, without parameters. */
    private record Run(String file, int jdk, Map<String, Double> medians) {
        double median(String benchmark) {
            Double median = medians.get(benchmark);
            if (median == null) {
                throw new IllegalArgumentException(file + " does not hold " + benchmark);
            }
            return median;
        }
    }

    /** The table from all runs in a folder. */
    static String of(Path results) throws IOException {
        List<Run> runs;
        try (Stream<Path> files = Files.list(results)) {
            runs = files.map(file -> NO_FLAGS.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .filter(name -> !name.group().contains("-modified-"))
                    .map(name -> new Run(
                            name.group(), Integer.parseInt(name.group(1)), medians(results.resolve(name.group()))))
                    .toList();
        }
        StringBuilder table = new StringBuilder(
                "| one thread, no flags, medians | ours | peer | | run |\n| --- | --- | --- | --- | --- |\n");
        PAIRS.forEach(pair -> table.append(row(pair, runs)));
        return table.toString();
    }

    /** Files' names begin with the time of the run. */
    private static String row(Pair pair, List<Run> runs) {
        String ours = pair.benchmark() + ".ours";
        String peer = pair.benchmark() + "." + pair.peer();
        Run run = runs.stream()
                .filter(one -> one.medians().keySet().containsAll(List.of(ours, peer)))
                .max(Comparator.comparingInt(Run::jdk).reversed().thenComparing(Run::file))
                .orElseThrow(() -> new IllegalArgumentException("no run holds both " + ours + " and " + peer));
        return "| " + pair.words() + " | " + milliseconds(run.median(ours)) + " | " + milliseconds(run.median(peer))
                + " | " + pair.peerWords() + " | [" + run.file().substring(0, "yyyy-mm-dd".length())
                + ", JDK " + run.jdk() + "](benchmarks/results/" + run.file()
                + ") |\n";
    }

    private static Map<String, Double> medians(Path file) {
        Map<String, Double> medians = new TreeMap<>();
        try (Reader in = Files.newBufferedReader(file)) {
            JsonObject run = JsonParser.parseReader(in).getAsJsonObject();
            if (run.has("benchmarks")) {
                for (JsonElement one : run.getAsJsonArray("benchmarks")) {
                    JsonObject benchmark = one.getAsJsonObject();
                    if (benchmark.get("unit").getAsString().equals("us/op")) {
                        String name = benchmark.get("benchmark").getAsString();
                        medians.put(
                                name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
                                benchmark.get("median").getAsDouble());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return medians;
    }

    private static String milliseconds(double microseconds) {
        return String.format(Locale.ROOT, "%.2f ms", microseconds / 1000);
    }
}
