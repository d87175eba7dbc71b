package io.github.boofdice.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * Bars in groups, as an SVG file: of the letters a browser takes its own, so the same bytes come out on every machine, and it suits light and dark pages.
 *
 * @param title above it
 * @param logarithmic whether each tenfold is as long as the next; otherwise bars begin at zero
 * @param groups from the top
 */
record BarChart(String title, boolean logarithmic, List<Group> groups) {
    /** What belongs together. */
    record Group(String label, List<Bar> bars) {}

    /**
     * One bar.
     *
     * @param value above zero
     * @param words what stands behind it
     * @param mark what was asked for; NaN where nothing was
     */
    record Bar(Configuration configuration, double value, String words, double mark) {}

    private static final int WIDTH = 900;
    private static final int LEFT = 400;
    private static final int RIGHT = 90;
    private static final int TOP = 62;
    private static final int BAR = 13;
    private static final int GAP = 12;
    /** By configuration. */
    private static final String[] COLOURS = {"#8fb8de", "#1f6fb5", "#f0b48f", "#b3430f"};

    private static final String STYLE =
            "<style>text{font:12px sans-serif;fill:#17202b}.t{font-weight:bold}.e{text-anchor:end}"
                    + "line{stroke:#17202b;stroke-width:2}.one{stroke-width:1;stroke-dasharray:3 3}"
                    + "@media(prefers-color-scheme:dark){text{fill:#e4e9f0}line{stroke:#e4e9f0}}</style>\n";

    /** The file. */
    String svg() {
        StringBuilder body = new StringBuilder();
        int y = TOP;
        double least = least();
        double most = most();
        for (Group group : groups) {
            double middle = y + group.bars.size() * BAR / 2.0 + 4;
            body.append("<text class=\"e\" x=\"%d\" y=\"%s\">%s</text>%n"
                    .formatted(LEFT - 8, number(middle), escaped(group.label)));
            for (Bar bar : group.bars) {
                double end = at(bar.value, least, most);
                body.append("<rect x=\"%d\" y=\"%d\" width=\"%s\" height=\"%d\" fill=\"%s\"/>%n"
                        .formatted(LEFT, y, number(end - LEFT), BAR - 1, COLOURS[bar.configuration.ordinal()]));
                if (!Double.isNaN(bar.mark)) {
                    double mark = at(bar.mark, least, most);
                    body.append(line("", mark, y - 1, y + BAR));
                    end = Math.max(end, mark);
                }
                body.append("<text x=\"%s\" y=\"%d\">%s</text>%n"
                        .formatted(number(end + 5), y + BAR - 1, escaped(bar.words)));
                y += BAR;
            }
            y += GAP;
        }
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + y + "\">\n" + STYLE
                        + "<text class=\"t\" x=\"8\" y=\"18\">" + escaped(title) + "</text>\n" + legend()
                        + (logarithmic ? line("one", at(1, least, most), TOP - 6, y - GAP) : "") + body + "</svg>\n")
                .replace(System.lineSeparator(), "\n");
    }

    private static String legend() {
        StringBuilder out = new StringBuilder();
        int x = 8;
        for (Configuration configuration : Configuration.values()) {
            out.append(
                    "<rect x=\"%d\" y=\"32\" width=\"12\" height=\"12\" fill=\"%s\"/><text x=\"%d\" y=\"42\">%s</text>%n"
                            .formatted(x, COLOURS[configuration.ordinal()], x + 18, configuration.words));
            x += 160;
        }
        return out.toString();
    }

    private static String line(String kind, double x, double from, double to) {
        return "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>%n"
                .formatted(kind, number(x), number(from), number(x), number(to));
    }

    private double at(double value, double least, double most) {
        double share = logarithmic ? Math.log(value / least) / Math.log(most / least) : value / most;
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    /** Where a logarithmic scale begins: a power of ten, so that the bars of two runs can be compared. */
    private double least() {
        double least = groups.stream()
                .flatMap(group -> group.bars.stream())
                .mapToDouble(Bar::value)
                .min()
                .orElse(1);
        return Math.pow(10, Math.min(-1, Math.floor(Math.log10(least))));
    }

    private double most() {
        return groups.stream()
                .flatMap(group -> group.bars.stream())
                .mapToDouble(bar -> Double.isNaN(bar.mark) ? bar.value : Math.max(bar.value, bar.mark))
                .reduce(1, Math::max);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("`", "");
    }
}
