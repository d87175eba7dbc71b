package io.github.boofdice.measure;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.PartComparator;
import io.github.boofdice.PartComparison;
import io.github.boofdice.image.Bicubic;
import io.github.boofdice.io.GrayPictures;
import io.github.boofdice.testdata.BoardBox;
import io.github.boofdice.testdata.BoardLook;
import io.github.boofdice.testdata.BoardPair;
import io.github.boofdice.testdata.BoardRenderer;
import io.github.boofdice.testdata.BoardTally;
import io.github.boofdice.testdata.GrayPicture;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Drawn boards compared with their templates: boxes against exact ones, and whether a sound picture that was only moved, relit or made noisy stays without a box. Seeds
 * here are others than those that anything was chosen on (1 to 420).
 */
final class BoardsRow {
    static final Row ROW = new Row(
            "boards",
            false,
            "60 drawn boards of 640 x 640 pixels with 3 to 12 defects, `diff`: boxes one to one from an overlap of 0.33",
            BoardsRow::measure);

    private static final int BOARDS = 60;
    private static final long SEED = 30_000_000;
    /** As people draw boxes, in pixels. */
    private static final int DRAWN_MARGIN = 3;

    private static final double SIGMA = 3;
    private static final float BRIGHTER = 25;

    private BoardsRow() {}

    private static Outcome measure(Study study) {
        BoardTally aligned = new BoardTally();
        BoardTally drawn = new BoardTally(DRAWN_MARGIN);
        BoardTally loose = new BoardTally();
        int withoutDefect = 0;
        int regions = 0;
        for (int i = 0; i < BOARDS; i++) {
            BoardPair pair = BoardRenderer.pair(SEED + i);
            PartComparator comparator = PartComparator.of(plane(pair.template()));
            List<BoardBox> boxes = boxes(comparator.compare(plane(pair.picture())));
            aligned.add(pair.defects(), boxes);
            drawn.add(pair.defects(), boxes);
            for (GrayF32 sound : sound(plane(pair.template()), i)) {
                withoutDefect++;
                regions += comparator.compare(sound).regions().size();
            }
            BoardPair aside = BoardRenderer.pair(SEED + BOARDS + i, BoardLook.loose(SEED + BOARDS + i));
            loose.add(
                    aside.defects(),
                    boxes(PartComparator.of(plane(aside.template())).compare(plane(aside.picture()))));
            study.progress().progress("drawn boards", i + 1, BOARDS);
        }
        return Outcome.empty()
                .with("precision", precision("precision", aligned).atLeast(0.97))
                .with("recall", recall("recall", aligned).atLeast(0.97))
                .with("f1", Figure.of("F1", Unit.SHARE, aligned.f()).atLeast(0.97))
                .with(
                        "noRegion",
                        Figure.count(
                                        "regions in " + withoutDefect
                                                + " copies of templates: as they are, shifted by part of a pixel, brighter, noise of 3 grey levels",
                                        regions)
                                .atMost(0))
                .with(
                        "loose",
                        Figure.of(
                                "F1, laid down up to 4 px and a degree aside, stretched by up to 3 px",
                                Unit.SHARE,
                                loose.f()))
                .detail("loosePrecision", precision("likewise, precision", loose))
                .detail("looseRecall", recall("likewise, recall", loose))
                .detail(
                        "drawn",
                        Figure.of(
                                "F1 against boxes " + DRAWN_MARGIN + " px wider on every side", Unit.SHARE, drawn.f()));
    }

    private static Figure precision(String label, BoardTally tally) {
        return Figure.share(label, Unit.SHARE, tally.matched(), tally.found());
    }

    private static Figure recall(String label, BoardTally tally) {
        return Figure.share(label, Unit.SHARE, tally.matched(), tally.defects());
    }

    private static List<GrayF32> sound(GrayF32 template, int board) {
        SplittableRandom random = new SplittableRandom(SEED + board);
        GrayF32 shifted = template.clone();
        float dx = (float) random.nextDouble(-1, 1);
        float dy = (float) random.nextDouble(-1, 1);
        GrayF32 brighter = template.clone();
        GrayF32 noisy = template.clone();
        for (int y = 0; y < template.height; y++) {
            for (int x = 0; x < template.width; x++) {
                float level = template.get(x, y);
                shifted.set(x, y, held(Bicubic.sample(template, x + dx, y + dy)));
                brighter.set(x, y, held(level + BRIGHTER));
                noisy.set(x, y, held((float) (level + SIGMA * random.nextGaussian())));
            }
        }
        return List.of(template, shifted, brighter, noisy);
    }

    private static float held(float level) {
        return Math.max(0, Math.min(255, level));
    }

    private static List<BoardBox> boxes(PartComparison found) {
        return found.regions().stream()
                .map(region -> new BoardBox(region.x(), region.y(), region.width(), region.height()))
                .toList();
    }

    private static GrayF32 plane(GrayPicture picture) {
        return GrayPictures.fromBufferedImage(picture.toBufferedImage());
    }
}
