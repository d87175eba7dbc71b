package io.github.boofdice.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the tables and charts of {@code docs/performance.md} from the runs that were kept; what stands between its marks is replaced, the rest is written by hand. */
final class PerformancePage {
    private static final Path PAGE = Path.of("docs", "performance.md");
    private static final Path FIGURES = Path.of("docs", "figures");
    private static final int SHORT = 7;

    private PerformancePage() {}

    /** What each file must hold, by its place, for a project in this folder. */
    static Map<Path, String> texts(Path root) throws IOException {
        KeptRuns runs = KeptRuns.in(root.resolve(ResultFile.FOLDER));
        Map<Path, String> texts = new LinkedHashMap<>();
        String page = Files.readString(root.resolve(PAGE), StandardCharsets.UTF_8);
        page = rewritten(page, "asked", asked(runs));
        page = rewritten(page, "all", all(runs));
        page = rewritten(page, "runs", used(runs));
        texts.put(root.resolve(PAGE), page);
        texts.put(
                root.resolve(FIGURES).resolve("performance-peers.svg"),
                peers(runs).svg());
        texts.put(
                root.resolve(FIGURES).resolve("performance-size.svg"),
                times(
                                "One inspection, by the side of the picture in pixels (logarithmic)",
                                true,
                                runs,
                                "SizeBenchmark.")
                        .svg());
        texts.put(
                root.resolve(FIGURES).resolve("performance-layers.svg"),
                times("A forward pass of the seed's network, by step", false, runs, "LayerBenchmark.")
                        .svg());
        return texts;
    }

    /** Writes them, and returns where. */
    static Set<Path> write(Path root) throws IOException {
        Map<Path, String> texts = texts(root);
        for (Map.Entry<Path, String> text : texts.entrySet()) {
            Files.writeString(text.getKey(), text.getValue(), StandardCharsets.UTF_8);
        }
        return texts.keySet();
    }

    /** A text with something else between the marks of this name. */
    static String rewritten(String text, String name, String part) {
        String first = "<!-- " + name + ":begin -->\n";
        String last = "<!-- " + name + ":end -->";
        int begin = text.indexOf(first);
        int end = text.indexOf(last);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException(PAGE + " must hold " + first.strip() + " and after it " + last);
        }
        return text.substring(0, begin + first.length()) + part + text.substring(end);
    }

    private static String asked(KeptRuns runs) {
        StringBuilder table = new StringBuilder("| | " + columns() + " | asked |\n| --- |" + " --- |".repeat(5) + "\n");
        for (AskedRow row : AskedRow.ALL) {
            table.append("| ").append(row.words());
            for (Configuration configuration : Configuration.values()) {
                table.append(" | ").append(row.cell(runs, configuration));
            }
            table.append(" | ").append(row.bounds()).append(" |\n");
        }
        return table.toString();
    }

    private static String columns() {
        return Arrays.stream(Configuration.values()).map(c -> c.words).collect(Collectors.joining(" | "));
    }

    private static String all(KeptRuns runs) {
        StringBuilder table = new StringBuilder(
                "| benchmark | " + columns() + " | bytes a call |\n| --- |" + " --- |".repeat(5) + "\n");
        for (String key : runs.keys()) {
            table.append("| `").append(key).append('`');
            String bytes = "";
            for (Configuration configuration : Configuration.values()) {
                Optional<BenchmarkFigures> one =
                        runs.newest(configuration, Set.of(key)).map(run -> run.figure(key));
                table.append(" | ")
                        .append(runs.newest(configuration, Set.of(key))
                                .map(run -> shown(run, key))
                                .orElse(""));
                if (bytes.isEmpty() && one.isPresent() && one.get().bytes() != null) {
                    bytes = Figures.bytes(one.get().bytes());
                }
            }
            table.append(" | ").append(bytes).append(" |\n");
        }
        return table.toString();
    }

    private static String shown(KeptRun run, String key) {
        double median = run.median(key);
        return run.isThroughput(key) ? Figures.rate(median) : Figures.time(median);
    }

    /** The files that a figure of the page comes from. */
    private static String used(KeptRuns runs) {
        Set<KeptRun> used = new HashSet<>();
        for (Configuration configuration : Configuration.values()) {
            AskedRow.ALL.forEach(row -> runs.newest(configuration, row.keys()).ifPresent(used::add));
            runs.keys().forEach(key -> runs.newest(configuration, Set.of(key)).ifPresent(used::add));
        }
        return runs.newestFirst().stream()
                .filter(used::contains)
                .map(run -> "- [`%s`](../benchmarks/results/%s): commit %s, JDK %s, %s\n"
                        .formatted(
                                run.name(),
                                run.name(),
                                run.commit()
                                        .substring(
                                                0, Math.min(SHORT, run.commit().length())),
                                run.machine().jdk(),
                                run.machine().cpu()))
                .collect(Collectors.joining());
    }

    private static BarChart peers(KeptRuns runs) {
        List<BarChart.Group> groups = new ArrayList<>();
        for (AskedRow row : AskedRow.ALL) {
            List<BarChart.Bar> bars = new ArrayList<>();
            for (Configuration configuration : Configuration.values()) {
                OptionalDouble ratio = row.ratio(runs, configuration);
                ratio.ifPresent(value -> bars.add(
                        new BarChart.Bar(configuration, value, Figures.ratio(value), row.asked(configuration))));
            }
            if (!bars.isEmpty()) {
                groups.add(new BarChart.Group(row.words(), bars));
            }
        }
        return new BarChart(
                "Times as fast as the peer (logarithmic; the dashed line: as fast; a stroke: what was asked)",
                true,
                groups);
    }

    /** Bars of all benchmarks of a class, a group for each choice of parameters. */
    private static BarChart times(String title, boolean logarithmic, KeptRuns runs, String prefix) {
        List<BarChart.Group> groups = new ArrayList<>();
        for (String key : runs.keys()) {
            if (key.startsWith(prefix)) {
                List<BarChart.Bar> bars = new ArrayList<>();
                for (Configuration configuration : Configuration.values()) {
                    runs.newest(configuration, Set.of(key)).ifPresent(run -> {
                        double median = run.median(key);
                        bars.add(new BarChart.Bar(configuration, median, Figures.time(median), Double.NaN));
                    });
                }
                groups.add(
                        new BarChart.Group(key.substring(key.indexOf('=') + 1).replace("]", ""), bars));
            }
        }
        return new BarChart(title, logarithmic, groups);
    }
}
