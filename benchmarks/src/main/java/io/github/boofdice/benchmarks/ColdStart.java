package io.github.boofdice.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long does it take from the start of a process to the verdict over one picture, with a learned model, beside the same picture scored by OpenCV?
 *
 * <p>All are started afresh, in turn, without any flag: the library's command line with {@code inspect}, and {@link ColdPeer}; the library alone too ({@link ColdOurs}). Only {@code oursTuned} is the command line with what its user may ask of Java
 * where single pictures matter: {@link #tuned}.
 */
final class ColdStart {
    private static final double NANOS_PER_MILLI = 1e6;
    /** The first JDK that makes a cache with classes and profiles in one run. */
    private static final int FIRST_WITH_CACHE = 25;

    private ColdStart() {}

    /** Measures, and returns the file that was written. */
    static Path run(int times, Path cli, Path results) throws IOException {
        Path folder = Files.createTempDirectory("cold-start");
        try {
            ColdFiles files = ColdFiles.in(folder);
            Map<String, List<String>> commands = new LinkedHashMap<>();
            List<String> ours = List.of(
                    java(),
                    "-jar",
                    cli.toString(),
                    "inspect",
                    "--model",
                    files.model().toString(),
                    files.picture().toString());
            commands.put("ours", ours);
            commands.put("oursTuned", tuned(ours, folder.resolve("classes.archive")));
            commands.putAll(small(files));
            List<BenchmarkFigures> figures = measure(times, commands);
            return ResultFile.write(
                    results, "cold", Machine.here(), Commit.of(Path.of("")), Map.of("benchmarks", figures));
        } finally {
            delete(folder);
        }
    }

    /** What starts the small programs: the library without its command line, and the peer, whose native library lies there already or is unpacked first. */
    static Map<String, List<String>> small(ColdFiles files) {
        String model = files.model().toString();
        String folder = files.folder().toString();
        String picture = files.picture().toString();
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put("oursEmbedded", start(ColdOurs.class, model, picture));
        commands.put("opencv", start(ColdPeer.class, files.library().toString(), folder, picture));
        commands.put("opencvPackaged", start(ColdPeer.class, ColdPeer.PACKAGED, folder, picture));
        return commands;
    }

    /**
     * The same command with a compiler that is quick rather than thorough, a collector without threads, and the classes as a first run, made here, has left them in an archive.
     *
     * @param command begins with Java; all its classes come from jars
     */
    static List<String> tuned(List<String> command, Path archive) throws IOException {
        boolean cache = Runtime.version().feature() >= FIRST_WITH_CACHE;
        milliseconds(withFlags(command, (cache ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive));
        return withFlags(command, (cache ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive);
    }

    private static List<String> withFlags(List<String> command, String archive) {
        List<String> flags = new ArrayList<>(List.of(archive, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        flags.add(0, command.get(0));
        flags.addAll(command.subList(1, command.size()));
        return flags;
    }

    private static List<String> start(Class<?> program, String... args) {
        List<String> command = new ArrayList<>(List.of(
                java(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(args));
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Starts each once, so that the files are in the system's memory, and then in turn. */
    static List<BenchmarkFigures> measure(int times, Map<String, List<String>> commands) throws IOException {
        Map<String, List<Double>> measured = new LinkedHashMap<>();
        for (List<String> command : commands.values()) {
            milliseconds(command);
        }
        for (int i = 0; i < times; i++) {
            for (Map.Entry<String, List<String>> command : commands.entrySet()) {
                double time = milliseconds(command.getValue());
                measured.computeIfAbsent(command.getKey(), name -> new ArrayList<>())
                        .add(time);
            }
        }
        return measured.entrySet().stream()
                .map(one -> figures(one.getKey(), one.getValue()))
                .toList();
    }

    private static BenchmarkFigures figures(String method, List<Double> times) {
        double[] values = times.stream().mapToDouble(Double::doubleValue).toArray();
        return new BenchmarkFigures(
                ColdStart.class.getName() + "." + method,
                Map.of(),
                "ss",
                1,
                "ms/op",
                BenchmarkFigures.median(values),
                times.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
                null,
                null,
                times.stream().map(List::of).toList());
    }

    /** From the start to the end of a process, which must name the face. */
    private static double milliseconds(List<String> command) throws IOException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            int code = process.waitFor();
            double time = (System.nanoTime() - start) / NANOS_PER_MILLI;
            if (code != 0 || !said.contains(ColdFiles.FACE.folder())) {
                throw new IOException("%s ended with %d and said: %s".formatted(command, code, said));
            }
            return time;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> paths = Files.walk(folder)) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
