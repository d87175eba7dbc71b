package io.github.boofdice.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** All runs that were kept, asked for one figure at a time: a run may be of one benchmark alone. */
final class KeptRuns {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int DIGITS = 9;

    private final List<KeptRun> newestFirst;

    KeptRuns(List<KeptRun> newestFirst) {
        this.newestFirst = List.copyOf(newestFirst);
    }

    static KeptRuns in(Path folder) throws IOException {
        return new KeptRuns(KeptRun.in(folder));
    }

    /** The newest run of a configuration that measured all of these: what is set side by side ran side by side. */
    Optional<KeptRun> newest(Configuration configuration, Set<String> keys) {
        return newestFirst.stream()
                .filter(run -> run.isOf(configuration))
                .filter(run -> run.figures().keySet().containsAll(keys))
                .findFirst();
    }

    /** Every benchmark that any run holds, in the order of the alphabet, numbers in theirs. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>(Comparator.comparing(KeptRuns::padded));
        newestFirst.forEach(run -> keys.addAll(run.figures().keySet()));
        return keys;
    }

    private static String padded(String key) {
        return NUMBER.matcher(key)
                .replaceAll(number ->
                        "0".repeat(Math.max(0, DIGITS - number.group().length())) + number.group());
    }

    List<KeptRun> newestFirst() {
        return newestFirst;
    }
}
