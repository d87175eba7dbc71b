package io.github.boofdice.report;

import java.util.List;

/**
 * Lines that a reader should not miss.
 *
 * @param title what they are about
 * @param lines the first of them
 * @param left what is said of the rest; may be empty
 */
record Notice(String title, List<String> lines, String left) {
    private static final int MOST = 50;

    /** A notice, or none where there are no lines. */
    static List<Notice> of(String title, List<String> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        int left = lines.size() - MOST;
        return List.of(new Notice(
                title, lines.stream().limit(MOST).toList(), left > 0 ? "And " + Numbers.count(left) + " more." : ""));
    }

    /** Why a page has no charts; none where they can be drawn. */
    static List<Notice> ofMissingFonts() {
        return ChartTheme.hasFonts()
                ? List.of()
                : of(
                        "Without charts",
                        List.of("This Java finds no fonts to draw them with; install fontconfig and a font."));
    }
}
