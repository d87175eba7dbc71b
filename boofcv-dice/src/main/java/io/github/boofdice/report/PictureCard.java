package io.github.boofdice.report;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DefectRegion;
import io.github.boofdice.Inspection;
import io.github.boofdice.PartComparison;
import java.util.List;

/**
 * A picture, beside it the same with its heat map and boxes, and what is to be said of it. Where the picture could not be aligned there is
 * nothing to lay over it: it would show how it differs from a face in a place where that face is not.
 *
 * @param file its name
 * @param width of the picture in its own pixels, in which everything is drawn
 * @param height likewise
 * @param picture data URI
 * @param heat data URI of what is laid over it; may be empty
 * @param boxes around the regions, a little larger than they are
 * @param badge the verdict in a word or two
 * @param tone {@code good} or {@code bad}: the colour of the badge
 * @param sentence what was found
 * @param marks the first of the regions in words; the boxes show where they are
 * @param facts figures, each with its name
 * @param others what other methods say of it; mostly none do
 */
record PictureCard(
        String file,
        int width,
        int height,
        String picture,
        String heat,
        List<Box> boxes,
        String badge,
        String tone,
        String sentence,
        List<String> marks,
        List<Fact> facts,
        List<Opinion> others) {
    /** So many regions are told in words. */
    private static final int MOST_MARKS = 3;

    /** More boxes than these would hide the picture. */
    private static final int MOST_BOXES = 40;

    /** A box in pixels of the picture. */
    record Box(int x, int y, int width, int height) {}

    /** What another method says: its verdict, the colour of that, and why. */
    record Opinion(String badge, String tone, String sentence) {}

    /** A figure and its name. */
    record Fact(String name, String value) {}

    static PictureCard of(String file, String badge, GrayF32 picture, Inspection found) {
        return new PictureCard(
                file,
                picture.width,
                picture.height,
                Thumbnail.grey(picture),
                found.converged() ? Thumbnail.heat(found.heatMap()) : "",
                found.regions().stream()
                        .limit(found.converged() ? MOST_BOXES : 0)
                        .map(region -> box(region, margin(picture)))
                        .toList(),
                badge,
                found.anomalous() ? "bad" : "good",
                found.explain(),
                found.regions().stream()
                        .limit(found.converged() ? MOST_MARKS : 0)
                        .map(DefectRegion::explain)
                        .toList(),
                List.of(
                        new Fact("score", Numbers.score(found.score())),
                        new Fact("p-value", Numbers.pValue(found.pValue())),
                        new Fact(found.converged() ? "face" : "nearest face", found.face())),
                List.of());
    }

    /** A flat part, whose regions have their margin. */
    static PictureCard of(String file, GrayF32 picture, PartComparison found) {
        return new PictureCard(
                file,
                picture.width,
                picture.height,
                Thumbnail.grey(picture, Thumbnail.LARGE_SIDE),
                Thumbnail.heat(found.heatMap(), Thumbnail.LARGE_SIDE),
                found.regions().stream().map(region -> box(region, 0)).toList(),
                found.differs() ? "anomalous" : "normal",
                found.differs() ? "bad" : "good",
                found.explain(),
                found.regions().stream()
                        .limit(MOST_BOXES)
                        .map(DefectRegion::explain)
                        .toList(),
                List.of(),
                List.of());
    }

    /** The same with another tone of the badge, and what others say. */
    PictureCard beside(String otherTone, List<Opinion> opinions) {
        return new PictureCard(
                file, width, height, picture, heat, boxes, badge, otherTone, sentence, marks, facts, opinions);
    }

    private static int margin(GrayF32 picture) {
        return Math.max(1, Math.min(picture.width, picture.height) / 64);
    }

    private static Box box(DefectRegion region, int margin) {
        return new Box(
                region.x() - margin, region.y() - margin, region.width() + 2 * margin, region.height() + 2 * margin);
    }

    /** How far to the right the picture stands: in the middle where it stands alone. */
    int first() {
        return heat.isEmpty() ? (both() - width) / 2 : 0;
    }

    /** How far to the right the second picture stands. */
    int second() {
        return width + gap();
    }

    /** The width of both. */
    int both() {
        return 2 * width + gap();
    }

    private int gap() {
        return Math.max(2, width / 32);
    }

    /** What is seen, for those who cannot see it. */
    String alt() {
        return (heat.isEmpty() ? "The picture: " : "The picture, and beside it where it differs from good ones: ")
                + sentence;
    }
}
