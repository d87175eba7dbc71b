package io.github.boofdice.benchmarks;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a file of results says of benchmarks.
 *
 * @param name of the file
 * @param figures by {@link #key}
 */
record KeptRun(String name, String commit, Machine machine, Map<String, BenchmarkFigures> figures) {
    private static final String MODIFIED = "-modified-";

    /** As {@link ResultFile} wrote it; an early file does not tell of loops, and those of accuracy hold no benchmarks. */
    private record Content(
            Commit commit, Machine machine, @Nullable List<BenchmarkFigures> benchmarks) {}

    /** The runs of a folder that belong to a commit, newest first. */
    static List<KeptRun> in(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.getFileName().toString().contains(MODIFIED))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        List<KeptRun> runs = new ArrayList<>();
        for (Path file : files) {
            KeptRun run = read(file);
            if (!run.figures.isEmpty()) {
                runs.add(run);
            }
        }
        return runs;
    }

    private static KeptRun read(Path file) throws IOException {
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Content content = new Gson().fromJson(in, Content.class);
            Map<String, BenchmarkFigures> figures = new HashMap<>();
            if (content.benchmarks != null) {
                content.benchmarks.forEach(one -> figures.put(key(one), one));
            }
            return new KeptRun(file.getFileName().toString(), content.commit.hash(), content.machine, figures);
        } catch (JsonParseException e) {
            throw new IOException(file + " is not a file of results", e);
        }
    }

    /** Class, method and parameters: {@code ScoringBenchmark.sadOurs[side=128,templates=11]}. */
    private static String key(BenchmarkFigures one) {
        String name = one.benchmark();
        String method = name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
        return one.params().isEmpty()
                ? method
                : one.params().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(param -> param.getKey() + "=" + param.getValue())
                        .collect(Collectors.joining(",", method + "[", "]"));
    }

    /** Whether it ran in this way. */
    boolean isOf(Configuration configuration) {
        int feature = Runtime.Version.parse(machine.jdk()).feature();
        return configuration.ran(feature, Objects.requireNonNullElse(machine.kernels(), ResultFile.PLAIN));
    }

    /** What was measured of a benchmark that this run holds. */
    BenchmarkFigures figure(String key) {
        return Objects.requireNonNull(figures.get(key), key);
    }

    /** Whether a figure counts calls a second: more is better. */
    boolean isThroughput(String key) {
        return figure(key).unit().startsWith("ops/");
    }

    /** The median of a benchmark in microseconds a call, or calls a second. */
    double median(String key) {
        BenchmarkFigures one = figure(key);
        return switch (one.unit()) {
            case "us/op", "ops/s" -> one.median();
            case "ms/op" -> one.median() * 1e3;
            case "s/op" -> one.median() * 1e6;
            default -> throw new IllegalArgumentException(key + " is in " + one.unit() + ", of which nothing is known");
        };
    }
}
