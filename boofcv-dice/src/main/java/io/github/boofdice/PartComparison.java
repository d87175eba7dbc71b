package io.github.boofdice;

import boofcv.struct.image.GrayF32;
import java.util.List;
import java.util.Objects;

/**
 * Where a picture of a flat part differs from its template.
 *
 * @param regions the places that differ, the largest peak first; empty when none does. A box has up to four pixels of margin about the pixels that differ, as one would
 *     draw it by hand
 * @param heatMap evidence over the limit, 1 is the limit; same width and height as the picture, 0 where nothing differs and where nothing was compared. It belongs to the
 *     caller; the record does not copy it
 */
public record PartComparison(List<DefectRegion> regions, GrayF32 heatMap) {
    /** Copies the list of regions. */
    public PartComparison {
        regions = List.copyOf(regions);
        Objects.requireNonNull(heatMap, "heatMap");
    }

    /**
     * Tells whether any place differs.
     *
     * @return true when there is a region
     */
    public boolean differs() {
        return !regions.isEmpty();
    }

    /**
     * Says what was found in one sentence, for example {@code two places differ; the strongest is dark, 14 x 9 px about 37.2, 91.0; ...}. English, whatever the
     * locale; the words may change between versions.
     *
     * @return one line
     */
    public String explain() {
        return switch (regions.size()) {
            case 0 -> "looks like the template";
            case 1 -> "one place differs: " + regions.get(0).explain();
            default ->
                Explanation.number(regions.size()) + " places differ; the strongest is "
                        + regions.get(0).explain();
        };
    }
}
