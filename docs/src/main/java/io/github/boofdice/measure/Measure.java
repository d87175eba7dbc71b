package io.github.boofdice.measure;

import io.github.boofdice.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Measures on the real pictures what the README claims, and writes it down: {@code --data=DIR} holds {@code original/} and {@code autumn/}, {@code --reference=DIR} the seed's reference values,
 * {@code --only=NAME,...} chooses rows, {@code --out=FILE} is {@code docs/measured.json} unless said otherwise. Rows that are not measured stay
 * as they are in the file. At the end the tables of README and {@code docs} are made anew, unless the figures go elsewhere. A figure that misses its bound is written like any other.
 */
public final class Measure {
    static final Path OUT = Path.of("docs", "measured.json");

    private static final String COMMAND =
            "./mvnw -q -Pmeasure -DskipTests -pl docs -am package -Ddice.data=DIR -Ddice.reference=DIR";
    private static final Set<String> OPTIONS = Set.of("data", "reference", "only", "out");

    private Measure() {}

    /**
     * Measures.
     *
     * @param args the options; each is {@code --name=value}, an empty value is none
     * @throws IOException when a picture cannot be read, nothing can be learned, or the figures cannot be written
     */
    public static void main(String[] args) throws IOException {
        try {
            Map<String, String> options = options(args);
            Path data = Path.of(options.getOrDefault("data", ""));
            if (!options.containsKey("data") || !Files.isDirectory(data.resolve("original"))) {
                throw new IllegalArgumentException("the folder with original/ and autumn/ must be given: " + COMMAND);
            }
            measure(
                    rows(options.getOrDefault("only", "")),
                    data,
                    options.containsKey("reference") ? Path.of(options.get("reference")) : null,
                    Path.of(options.getOrDefault("out", OUT.toString())));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void measure(List<Row> rows, Path data, @Nullable Path reference, Path out) throws IOException {
        ProgressListener progress = new StagePrinter();
        Circumstances circumstances = Circumstances.now(COMMAND);
        Study study = Study.open(data, reference, out.resolveSibling("figures"), progress);
        for (Row row : rows) {
            System.err.println("== " + row.name() + ": " + row.what());
            Outcome outcome = row.measurement().measure(study);
            String command = COMMAND + " -Dmeasure.only=" + row.name();
            MeasuredFile.Entry entry = MeasuredFile.Entry.of(row, outcome, circumstances.by(command));
            MeasuredFile.merge(out, row.name(), entry);
            outcome.figures().values().forEach(figure -> System.err.println("   " + FigureTable.line(figure)));
            outcome.details().values().forEach(figure -> System.err.println("   " + FigureTable.line(figure)));
        }
        if (out.equals(OUT)) {
            Tables.main(new String[0]);
        }
    }

    static Map<String, String> options(String[] args) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (!arg.startsWith("--") || equals < 0 || !OPTIONS.contains(arg.substring(2, equals))) {
                throw new IllegalArgumentException(
                        "an option must be --data=, --reference=, --only= or --out= but is " + arg);
            }
            if (equals + 1 < arg.length()) {
                options.put(arg.substring(2, equals), arg.substring(equals + 1));
            }
        }
        return options;
    }

    static List<Row> rows(String names) {
        if (names.isEmpty()) {
            return Rows.all();
        }
        Set<String> wanted = Set.of(names.split(","));
        List<String> known = Rows.all().stream().map(Row::name).toList();
        for (String name : wanted) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("a row must be one of " + known + " but is " + name);
            }
        }
        return Rows.all().stream().filter(row -> wanted.contains(row.name())).toList();
    }

    /** Says on standard error which stage has begun; a line a stage. */
    private static final class StagePrinter implements ProgressListener {
        private String last = "";

        @Override
        public void progress(String stage, int done, int total) {
            if (!stage.equals(last)) {
                last = stage;
                System.err.println("   " + stage + ", " + total);
            }
        }
    }
}
