package io.github.boofdice.measure;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every figure of {@code measured.json} as a line of a table. */
final class FigureTable {
    private static final int SHORT = 7;

    private FigureTable() {}

    /** Both tables, and where they come from. */
    static String all(Map<String, MeasuredFile.Entry> entries) {
        return "Pictures as they were taken, within a few degrees and pixels of upright:\n\n"
                + table(entries.values().stream().filter(e -> !e.turned()).toList(), true)
                + "\nThe same pictures, each turned by a random angle and shifted:\n\n"
                + table(entries.values().stream().filter(e -> e.turned()).toList(), false)
                + "\nIn brackets: 95 % intervals from resampled runs of near-identical frames, of no width where nothing went wrong, and\n"
                + "counts. These and more figures stand in [`measured.json`](measured.json), measured at\n"
                + sources(entries.values())
                + ".\n";
    }

    /** One figure as a line of text. */
    static String line(Figure figure) {
        return figure.label() + " " + measured(figure) + (figure.hasBound() ? ", to reach " + bound(figure) : "");
    }

    private static String table(List<MeasuredFile.Entry> entries, boolean besideSeed) {
        StringBuilder table = new StringBuilder();
        table.append("| | | measured | to reach |").append(besideSeed ? " the seed |\n" : "\n");
        table.append("| --- | --- | --- | --- |").append(besideSeed ? " --- |\n" : "\n");
        for (MeasuredFile.Entry entry : entries) {
            String what = entry.what();
            for (Figure figure : entry.figures().values()) {
                table.append("| ").append(what);
                table.append(" | ").append(figure.label());
                table.append(" | ").append(measured(figure));
                table.append(" | ").append(figure.hasBound() ? bound(figure) : "");
                table.append(besideSeed ? " | " + seed(figure) + " |\n" : " |\n");
                what = "";
            }
        }
        return table.toString();
    }

    /** The number, with interval and counts where it has any. */
    static String measured(Figure figure) {
        Unit unit = figure.unit();
        StringBuilder text = new StringBuilder(unit.number(figure.value()) + unit.sign());
        if (figure.interval() != null) {
            text.append(" (%s .. %s)"
                    .formatted(
                            unit.number(figure.interval().get(0)),
                            unit.number(figure.interval().get(1))));
        }
        if (figure.part() != null && figure.whole() != null) {
            text.append(" (%s of %s)".formatted(Unit.COUNT.number(figure.part()), Unit.COUNT.number(figure.whole())));
        }
        return text.toString();
    }

    /** What is to be reached, and whether it is missed; empty where there is no bound. */
    static String bound(Figure figure) {
        Double least = figure.atLeast();
        Double most = figure.atMost();
        String text;
        if (least != null && most != null) {
            text = least.equals(most) ? number(figure, least) : number(figure, least) + " .. " + number(figure, most);
        } else {
            text = least != null ? ">= " + number(figure, least) : most != null ? "<= " + number(figure, most) : "";
        }
        return Boolean.FALSE.equals(figure.reached()) ? "**missed:** " + text : text;
    }

    private static String number(Figure figure, double value) {
        return figure.unit().number(value) + figure.unit().sign();
    }

    /** The same of the seed project; empty where it has none. */
    static String seed(Figure figure) {
        return figure.seed() == null ? "" : number(figure, figure.seed());
    }

    /** Commit, JDK, processor and day; usually one for all. */
    private static String sources(Collection<MeasuredFile.Entry> entries) {
        return entries.stream()
                .map(MeasuredFile.Entry::measured)
                .map(c -> "commit " + cut(c.commit()) + ", JDK " + c.jdk() + ", " + c.cpu() + ", "
                        + c.date().substring(0, "yyyy-mm-dd".length()))
                .distinct()
                .collect(Collectors.joining(";\n"));
    }

    private static String cut(String commit) {
        int dash = commit.indexOf('-');
        String hash = dash < 0 ? commit : commit.substring(0, dash);
        return hash.substring(0, Math.min(SHORT, hash.length())) + (dash < 0 ? "" : commit.substring(dash));
    }
}
