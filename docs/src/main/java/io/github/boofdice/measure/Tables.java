package io.github.boofdice.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the tables of {@code README.md} and {@code docs/measured.md} anew from what was measured; a test holds both to it. */
public final class Tables {
    private static final Path README = Path.of("README.md");
    private static final Path PAGE = Path.of("docs", "measured.md");
    private static final Path RESULTS = Path.of("benchmarks", "results");

    private Tables() {}

    /**
     * Rewrites both in the folder that this is started in.
     *
     * @param args not used
     * @throws IOException when a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        for (Map.Entry<Path, String> text : texts(Path.of("")).entrySet()) {
            Files.writeString(text.getKey(), text.getValue(), StandardCharsets.UTF_8);
        }
    }

    /** What each text must be, by its place, for a project in this folder. */
    static Map<Path, String> texts(Path root) throws IOException {
        Map<String, MeasuredFile.Entry> entries = MeasuredFile.read(root.resolve(Measure.OUT));
        String readme = Files.readString(root.resolve(README), StandardCharsets.UTF_8);
        String page = Files.readString(root.resolve(PAGE), StandardCharsets.UTF_8);
        Map<Path, String> texts = new LinkedHashMap<>();
        String speeds = SpeedTable.of(root.resolve(RESULTS));
        texts.put(
                root.resolve(README),
                rewritten(rewritten(readme, "measured", ShortTable.of(entries)), "speed", speeds));
        texts.put(root.resolve(PAGE), rewritten(page, "measured", FigureTable.all(entries)));
        return texts;
    }

    /** A text with something else between the marks of this name. */
    static String rewritten(String text, String name, String table) {
        String first = "<!-- " + name + ":begin -->\n";
        String last = "<!-- " + name + ":end -->";
        int begin = text.indexOf(first);
        int end = text.indexOf(last);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the text must hold " + first.strip() + " and after it " + last);
        }
        return text.substring(0, begin + first.length()) + table + text.substring(end);
    }
}
