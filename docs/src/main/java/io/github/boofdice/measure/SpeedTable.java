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
import java.util.stream.Stream;

/** The README's table of times beside native peers: of each pair the newest run in {@code benchmarks/results} that measured both. */
final class SpeedTable {
    private static final List<Pair> PAIRS = List.of(
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

    /** The table from all runs in a folder. */
    static String of(Path results) throws IOException {
        Map<String, Map<String, Double>> runs = runs(results);
        StringBuilder table =
                new StringBuilder("| one thread, medians | ours | peer | | run |\n| --- | --- | --- | --- | --- |\n");
        for (Pair pair : PAIRS) {
            String ours = pair.benchmark() + ".ours";
            String peer = pair.benchmark() + "." + pair.peer();
            String run = runs.keySet().stream()
                    .filter(name -> runs.get(name).keySet().containsAll(List.of(ours, peer)))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new IllegalArgumentException("no run holds both " + ours + " and " + peer));
            table.append("| %s | %s | %s | %s | [%s](benchmarks/results/%s) |%n"
                    .formatted(
                            pair.words(),
                            milliseconds(runs.get(run).get(ours)),
                            milliseconds(runs.get(run).get(peer)),
                            pair.peerWords(),
                            run.substring(0, "yyyy-mm-dd".length()),
                            run)
                    .replace(System.lineSeparator(), "\n"));
        }
        return table.toString();
    }

    /** Medians in microseconds by benchmark, without parameters, by file; files' names begin with the time of the run. */
    private static Map<String, Map<String, Double>> runs(Path results) throws IOException {
        Map<String, Map<String, Double>> runs = new TreeMap<>();
        try (Stream<Path> files = Files.list(results)) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .forEach(file -> runs.put(file.getFileName().toString(), medians(file)));
        }
        return runs;
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
