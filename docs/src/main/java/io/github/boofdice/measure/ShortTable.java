package io.github.boofdice.measure;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The README's table: what a reader asks first, whether it reaches its target or not. */
final class ShortTable {
    private static final List<Choice> CHOICES = List.of(
            new Choice("autumn", "recall", "bad dice of `autumn` found"),
            new Choice("autumn", "goodRejected", "good dice of `autumn` rejected, stated 0.1 %"),
            new Choice("rates", "autumn2", "the same, stated 0.5 %"),
            new Choice("autumn", "f1", "F1 on `autumn`"),
            new Choice("autumn-turned", "f1", "F1 on `autumn`, each picture turned at random"),
            new Choice("original", "recall", "bad dice of `original` found, in 10 folds"),
            new Choice("original", "goodRejected", "good dice of `original` rejected, likewise"),
            new Choice("combined-autumn", "goodRejected", "good dice of `autumn` rejected, network and difference"),
            new Choice("right-face", "rightFace", "right face at any angle"),
            new Choice("sensitivity", "stroke", "found in 9 of 10 from this contrast: stroke of 2 px"),
            new Choice("sensitivity", "scratch", "likewise: scratch of 1 px"),
            new Choice("sensitivity", "engraving", "likewise: engraving of 1.5 px lines"),
            new Choice("boards", "f1", "F1 of defects on drawn circuit boards"),
            new Choice("inspection-time-turned", "median", "one inspection at any angle, one core"));

    private ShortTable() {}

    /** A figure of a row, in words of its own. */
    private record Choice(String row, String figure, String words) {}

    /** The table, and how many figures miss their targets. */
    static String of(Map<String, MeasuredFile.Entry> entries) {
        StringBuilder table = new StringBuilder("| | measured | to reach | the seed |\n| --- | --- | --- | --- |\n");
        for (Choice choice : CHOICES) {
            Figure figure = figure(entries, choice);
            table.append("| " + choice.words());
            table.append(" | " + FigureTable.measured(figure));
            table.append(" | " + FigureTable.bound(figure));
            table.append(" | " + FigureTable.seed(figure) + " |\n");
        }
        List<Figure> bounded = entries.values().stream()
                .map(entry -> entry.figures().values())
                .flatMap(Collection::stream)
                .filter(Figure::hasBound)
                .toList();
        long missed = bounded.stream()
                .filter(figure -> Boolean.FALSE.equals(figure.reached()))
                .count();
        return table + "\nIn brackets: 95 % intervals and counts. Of " + bounded.size() + " figures with a target, **"
                + missed
                + " miss it**;\n[all of them](docs/measured.md), with commits and machine, are on a page of their own.\n";
    }

    private static Figure figure(Map<String, MeasuredFile.Entry> entries, Choice choice) {
        MeasuredFile.Entry entry = entries.get(choice.row());
        Figure figure = entry == null ? null : entry.figures().get(choice.figure());
        if (figure == null) {
            throw new IllegalArgumentException(
                    "measured.json must hold the figure " + choice.figure() + " in the row " + choice.row());
        }
        return figure;
    }
}
