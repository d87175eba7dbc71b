package io.github.boofdice.measure;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code docs/measured.json}: an entry for each row, in the order of {@link Rows}. */
final class MeasuredFile {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private MeasuredFile() {}

    /**
     * What was found for one row.
     *
     * @param what what was measured
     * @param turned whether the pictures were turned by random angles
     * @param figures by name, in the order in which tables show them
     * @param details more figures by name
     * @param reached whether every bounded figure keeps to its bound; absent where none is bounded
     * @param notes sentences that belong to the figures
     * @param measured when, of what and on what
     */
    record Entry(
            String what,
            boolean turned,
            Map<String, Figure> figures,
            Map<String, Figure> details,
            @Nullable Boolean reached,
            List<String> notes,
            Circumstances measured) {
        static Entry of(Row row, Outcome outcome, Circumstances circumstances) {
            boolean bounded = outcome.figures().values().stream().anyMatch(Figure::hasBound);
            boolean all =
                    outcome.figures().values().stream().allMatch(figure -> !Boolean.FALSE.equals(figure.reached()));
            return new Entry(
                    row.what(),
                    row.turned(),
                    outcome.figures(),
                    outcome.details(),
                    bounded ? all : null,
                    outcome.notes(),
                    circumstances);
        }
    }

    /** The entries by row name; none where there is no such file. */
    static Map<String, Entry> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new LinkedHashMap<>();
        }
        return GSON.fromJson(
                Files.readString(file, StandardCharsets.UTF_8), new TypeToken<LinkedHashMap<String, Entry>>() {});
    }

    /** Puts one entry in or in the place of an older one; what is no row any more is dropped. */
    static void merge(Path file, String name, Entry entry) throws IOException {
        Map<String, Entry> known = read(file);
        known.put(name, entry);
        Map<String, Entry> ordered = new LinkedHashMap<>();
        for (Row row : Rows.all()) {
            if (known.containsKey(row.name())) {
                ordered.put(row.name(), known.get(row.name()));
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, GSON.toJson(ordered) + "\n", StandardCharsets.UTF_8);
    }
}
