package io.github.boofdice.report;

import java.util.List;

/**
 * A chart, drawn once for light pages and once for dark ones.
 *
 * @param title its heading
 * @param alt what it shows, for those who cannot see it
 * @param note how to read it
 * @param keys its legend
 * @param light data URI for light pages and paper
 * @param dark data URI for dark pages
 */
record Chart(String title, String alt, String note, List<Key> keys, String light, String dark) {
    /** Its size in the page's pixels, where there is room. */
    static final int WIDTH = 400;

    static final int HEIGHT = 300;

    /**
     * A line of the legend.
     *
     * @param name what is drawn
     * @param mark how: {@code good}, {@code bad}, {@code dashed} or {@code dot}
     */
    record Key(String name, String mark) {}
}
