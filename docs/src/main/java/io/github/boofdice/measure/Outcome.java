package io.github.boofdice.measure;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What one row of the measurement found.
 *
 * @param figures by name, in the order in which tables show them
 * @param details more figures by name, which are kept but not shown
 * @param notes sentences that belong to them: which pictures went wrong, what was left out
 */
record Outcome(Map<String, Figure> figures, Map<String, Figure> details, List<String> notes) {
    static Outcome empty() {
        return new Outcome(Map.of(), Map.of(), List.of());
    }

    /** With one figure more at the end, or another one in the place of that name. */
    Outcome with(String name, Figure figure) {
        return new Outcome(put(figures, name, figure), details, notes);
    }

    Outcome detail(String name, Figure figure) {
        return new Outcome(figures, put(details, name, figure), notes);
    }

    /** With a figure changed that is there already: given a bound, say. */
    Outcome change(String name, UnaryOperator<Figure> change) {
        return with(name, change.apply(requireNonNull(figures.get(name), name)));
    }

    Outcome note(String note) {
        return note(List.of(note));
    }

    Outcome note(List<String> more) {
        return new Outcome(
                figures, details, Stream.concat(notes.stream(), more.stream()).toList());
    }

    /** Without its sentences, where they would be too many. */
    Outcome withoutNotes() {
        return new Outcome(figures, details, List.of());
    }

    /** With all of another outcome after this one's. */
    Outcome and(Outcome other) {
        Map<String, Figure> all = new LinkedHashMap<>(figures);
        all.putAll(other.figures);
        Map<String, Figure> allDetails = new LinkedHashMap<>(details);
        allDetails.putAll(other.details);
        return new Outcome(all, allDetails, notes).note(other.notes);
    }

    private static Map<String, Figure> put(Map<String, Figure> figures, String name, Figure figure) {
        Map<String, Figure> more = new LinkedHashMap<>(figures);
        more.put(name, figure);
        return more;
    }
}
