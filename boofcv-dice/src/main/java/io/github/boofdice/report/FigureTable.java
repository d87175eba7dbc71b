package io.github.boofdice.report;

import io.github.boofdice.evaluate.FigureIntervals;
import io.github.boofdice.evaluate.Figures;
import io.github.boofdice.evaluate.Interval;
import io.github.boofdice.evaluate.MethodResult;
import java.util.List;
import java.util.function.Function;

/**
 * Figures of several methods, a column each.
 *
 * @param caption what they are
 * @param columns the methods
 * @param rows a figure each
 */
record FigureTable(String caption, List<String> columns, List<Row> rows) {
    /** A figure of each method. */
    record Row(String name, List<Cell> cells) {}

    /** A figure and what belongs to it, such as its interval; that may be empty. */
    record Cell(String value, String detail) {}

    static FigureTable of(List<MethodResult> methods) {
        return new FigureTable(
                "Figures",
                methods.stream().map(MethodResult::name).toList(),
                List.of(
                        share("F1", methods, Figures::f1, FigureIntervals::f1),
                        share("AUROC", methods, Figures::auroc, FigureIntervals::auroc),
                        share(
                                "Average precision",
                                methods,
                                Figures::averagePrecision,
                                FigureIntervals::averagePrecision),
                        percent("Precision", methods, Figures::precision, FigureIntervals::precision),
                        percent("Recall", methods, Figures::recall, FigureIntervals::recall),
                        percent("Good rejected", methods, Figures::falseRejectRate, FigureIntervals::falseRejectRate),
                        row(
                                "A picture, median",
                                methods,
                                m -> plain(Numbers.milliseconds(m.time().median()))),
                        row(
                                "A picture, mean",
                                methods,
                                m -> plain(Numbers.milliseconds(m.time().mean()))),
                        row("Learning", methods, m -> plain(Numbers.seconds(m.learningSeconds())))));
    }

    private static Row share(
            String name,
            List<MethodResult> methods,
            Function<Figures, Double> figure,
            Function<FigureIntervals, Interval> interval) {
        return row(
                name,
                methods,
                m -> new Cell(
                        Numbers.decimal(figure.apply(m.figures())), Numbers.decimals(interval.apply(m.intervals()))));
    }

    private static Row percent(
            String name,
            List<MethodResult> methods,
            Function<Figures, Double> figure,
            Function<FigureIntervals, Interval> interval) {
        return row(
                name,
                methods,
                m -> new Cell(
                        Numbers.percent(figure.apply(m.figures())), Numbers.percents(interval.apply(m.intervals()))));
    }

    private static Row row(String name, List<MethodResult> methods, Function<MethodResult, Cell> cell) {
        return new Row(name, methods.stream().map(cell).toList());
    }

    private static Cell plain(String value) {
        return new Cell(value, "");
    }
}
