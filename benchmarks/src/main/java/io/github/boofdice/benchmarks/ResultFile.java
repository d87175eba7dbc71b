package io.github.boofdice.benchmarks;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** One run as a JSON file that says when, on what and of which commit. JMH's own JSON says none of them. */
final class ResultFile {
    /** Where results are kept, below the project's top folder. */
    static final Path FOLDER = Path.of("benchmarks", "results");

    /** The loops that a file's name does not mention. */
    static final String PLAIN = "plain";

    private static final DateTimeFormatter NAME_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm");
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private ResultFile() {}

    /**
     * Writes the file, named by date, commit, JDK, kind of loops and kind of run, and returns where.
     *
     * @param kind of run, such as "accuracy"; empty for the benchmarks themselves
     * @param figures what was measured, by name; records and collections of them
     */
    static Path write(Path folder, String kind, Machine machine, Commit commit, Map<String, ?> figures)
            throws IOException {
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        Path file = folder.resolve("%s-%s-jdk%d%s%s.json"
                .formatted(
                        now.format(NAME_TIME),
                        commit.label(),
                        Runtime.version().feature(),
                        machine.kernels().equals(PLAIN) ? "" : "-" + machine.kernels(),
                        kind.isEmpty() ? "" : "-" + kind));
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("date", now.format(DateTimeFormatter.ISO_INSTANT));
        run.put("commit", commit);
        run.put("machine", machine);
        run.putAll(figures);
        Files.writeString(file, GSON.toJson(run) + "\n", StandardCharsets.UTF_8);
        return file;
    }
}
