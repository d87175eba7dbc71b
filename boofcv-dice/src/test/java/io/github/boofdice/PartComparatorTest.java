package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.io.PictureException;
import io.github.boofdice.io.PictureWriter;
import io.github.boofdice.score.Polarity;
import io.github.boofdice.testdata.BoardDefect;
import io.github.boofdice.testdata.BoardLook;
import io.github.boofdice.testdata.BoardPair;
import io.github.boofdice.testdata.BoardRenderer;
import io.github.boofdice.testdata.BoardTally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartComparatorTest {
    private static final PartComparator PLAIN = PartComparator.of(Boards.template(Boards.PLAIN));
    private static final GrayF32 PICTURE = Boards.picture(Boards.PLAIN);

    /** Seeds that nothing was tuned on; {@code docs/measured.json} has sixty. */
    @Test
    void defectsOfDrawnBoardsAreFound() {
        BoardTally tally = new BoardTally();
        for (long seed = 20_000_000; seed < 20_000_006; seed++) {
            add(tally, BoardRenderer.pair(seed));
            add(tally, BoardRenderer.pair(seed + 100, BoardLook.loose(seed + 100)));
        }

        assertThat(tally.defects()).isGreaterThan(60);
        assertThat(tally.precision()).isGreaterThanOrEqualTo(0.97);
        assertThat(tally.recall()).isGreaterThanOrEqualTo(0.97);
    }

    private static void add(BoardTally tally, BoardPair pair) {
        PartComparator comparator = PartComparator.of(Boards.template(pair));
        tally.add(pair.defects(), Boards.boxes(comparator.compare(Boards.picture(pair))));
    }

    @Test
    void aBinaryBoardThatLiesAsideIsComparedAsWell() {
        BoardTally tally = new BoardTally();

        add(tally, Boards.BINARY);

        assertThat(tally.matched()).isEqualTo(tally.defects()).isEqualTo(tally.found());
    }

    @Test
    void missingCopperIsDarkAndExcessCopperLight() {
        PartComparison found = PLAIN.compare(PICTURE);

        assertThat(found.differs()).isTrue();
        for (BoardDefect defect : Boards.PLAIN.defects()) {
            boolean lighter = defect.kind().adds() == copperIsBright();
            assertThat(found.regions())
                    .filteredOn(region -> Math.abs(region.centroidX() - defect.x() - defect.width() / 2.0) < 5
                            && Math.abs(region.centroidY() - defect.y() - defect.height() / 2.0) < 5)
                    .singleElement()
                    .satisfies(region ->
                            assertThat(region.polarity()).isEqualTo(lighter ? Polarity.LIGHT : Polarity.DARK));
        }
        assertThat(found.regions().stream().mapToDouble(DefectRegion::share).sum())
                .isBetween(1 - 1e-9, 1 + 1e-9);
        assertThat(found.regions()).isSortedAccordingTo((a, b) -> Double.compare(b.peak(), a.peak()));
    }

    /** Most of a board is bare. */
    private static boolean copperIsBright() {
        float[] sorted = Boards.template(Boards.PLAIN).data;
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] < (sorted[0] + sorted[sorted.length - 1]) / 2;
    }

    @Test
    void aSubImageIsComparedAsItsCopyIs() {
        GrayF32 larger = new GrayF32(700, 680);
        larger.subimage(13, 21, 653, 661).setTo(PICTURE);

        PartComparison found = PLAIN.compare(larger.subimage(13, 21, 653, 661));

        PartComparison copy = PLAIN.compare(PICTURE);
        assertThat(found.regions()).isEqualTo(copy.regions());
        assertThat(found.heatMap().data).isEqualTo(copy.heatMap().data);
    }

    @Test
    void anyThreadGivesTheSameAnswer() {
        GrayF32 before = PICTURE.clone();
        PartComparison alone = PLAIN.compare(PICTURE);

        assertThat(IntStream.range(0, 8).parallel().mapToObj(i -> PLAIN.compare(PICTURE)))
                .allSatisfy(found -> {
                    assertThat(found.regions()).isEqualTo(alone.regions());
                    assertThat(found.heatMap().data).isEqualTo(alone.heatMap().data);
                });
        assertThat(PICTURE.data).isEqualTo(before.data);
    }

    @Test
    void whatIsNotLookedAtHasNoRegion() {
        List<DefectRegion> all = PLAIN.compare(PICTURE).regions();
        DefectRegion one = all.get(0);
        RegionOfInterest about = about(one);

        assertThat(PLAIN.within(about).compare(PICTURE).regions())
                .singleElement()
                .satisfies(region -> assertThat(region.centroidX()).isEqualTo(one.centroidX()));
        assertThat(PLAIN.ignoring(about).compare(PICTURE).regions())
                .hasSize(all.size() - 1)
                .noneMatch(region -> region.centroidX() == one.centroidX());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.ignoring(about).within(about))
                .withMessage("the region leaves nothing of the template to look at");
    }

    private static RegionOfInterest about(DefectRegion one) {
        GrayF32 mask = new GrayF32(PLAIN.width(), PLAIN.height());
        for (int y = one.y() - 4; y < one.y() + one.height() + 4; y++) {
            for (int x = one.x() - 4; x < one.x() + one.width() + 4; x++) {
                mask.set(x, y, 255);
            }
        }
        return RegionOfInterest.ofMask(mask);
    }

    @Test
    void whatAnyOfSeveralGoodPicturesShowsIsGood() {
        GrayF32 template = Boards.template(Boards.PLAIN);
        PartComparator several = PartComparator.of(List.of(template, PICTURE));

        assertThat(several.compare(PICTURE).regions()).isEmpty();
        assertThat(several.compare(template).regions()).isEmpty();
        assertThat(several.template().data).isEqualTo(template.data);
        GrayF32 spotted = template.clone();
        float level = template.get(304, 304) < 128 ? 230 : 10;
        for (int i = 0; i < 81; i++) {
            spotted.set(300 + i % 9, 300 + i / 9, level);
        }
        BoardTally tally = new BoardTally();
        tally.add(
                List.of(new BoardDefect(Boards.PLAIN.defects().get(0).kind(), 300, 300, 9, 9, 81)),
                Boards.boxes(several.compare(spotted)));
        assertThat(tally.matched()).isEqualTo(1);
        assertThat(tally.found()).isEqualTo(1);
    }

    /** They are thinner than what may lie aside at an edge. */
    @ParameterizedTest
    @CsvSource({"1, 20, 220", "2, 20, 220", "3, 20, 220", "2, 220, 20"})
    void aPieceOfAThinStrokeIsMissed(int stroke, float ground, float ink) {
        GrayF32 template = new GrayF32(160, 120);
        Arrays.fill(template.data, ground);
        for (int i = 0; i < 6; i++) {
            for (int along = 10; along < 110; along++) {
                for (int across = 0; across < stroke; across++) {
                    template.set(along, 12 + 18 * i + across, ink);
                }
            }
        }
        GrayF32 broken = template.clone();
        for (int x = 50; x < 62; x++) {
            for (int y = 48; y < 48 + stroke; y++) {
                broken.set(x, y, ground);
            }
        }

        PartComparator comparator = PartComparator.of(template);

        assertThat(comparator.compare(template).regions()).isEmpty();
        assertThat(comparator.compare(broken).regions()).singleElement().satisfies(region -> {
            assertThat(region.polarity()).isEqualTo(ink > ground ? Polarity.DARK : Polarity.LIGHT);
            assertThat(region.x()).isBetween(46, 52);
            assertThat(region.x() + region.width()).isBetween(60, 66);
            assertThat(region.centroidY()).isBetween(47.0, 51.0);
        });
    }

    @Test
    void aPictureWithoutAnyContrastIsCompared() {
        GrayF32 flat = new GrayF32(64, 48);
        Arrays.fill(flat.data, 100);
        PartComparator comparator = PartComparator.of(flat);
        GrayF32 spotted = flat.clone();
        for (int i = 0; i < 36; i++) {
            spotted.set(20 + i % 6, 20 + i / 6, 160);
        }

        assertThat(comparator.compare(flat).differs()).isFalse();
        assertThat(comparator.compare(spotted).regions()).hasSize(1);
        assertThat(comparator.compare(new GrayF32(64, 48)).differs()).isFalse();
    }

    @Test
    void sizesAndLevelsAreChecked(@TempDir Path dir) throws IOException {
        GrayF32 small = new GrayF32(64, 48);
        PartComparator comparator = PartComparator.of(small);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> comparator.compare(new GrayF32(48, 64)))
                .withMessage("the picture is 48 x 64 pixels but the template is 64 x 48");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartComparator.of(List.of(small, new GrayF32(64, 47))))
                .withMessage("the picture is 64 x 47 pixels but the template is 64 x 48");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartComparator.of(new GrayF32(2049, 40)))
                .withMessage("the template is 2049 x 40 pixels but a side must have 32 to 2048");
        assertThatIllegalArgumentException().isThrownBy(() -> PartComparator.of(new GrayF32(31, 40)));
        assertThatIllegalArgumentException().isThrownBy(() -> PartComparator.of(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> comparator.within(RegionOfInterest.ofMask(PICTURE)))
                .withMessage("the region is 640 x 640 pixels but the template is 64 x 48");
        for (float wrong : new float[] {Float.NaN, -1, 256, Float.POSITIVE_INFINITY}) {
            GrayF32 bad = small.clone();
            bad.set(63, 47, wrong);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> comparator.compare(bad))
                    .withMessage("the picture has a grey level that is NaN or outside 0..255");
        }
        Path other = dir.resolve("b.png");
        PictureWriter.writePng(new GrayF32(50, 50), other);
        assertThatThrownBy(() -> comparator.compare(other))
                .isInstanceOf(PictureException.class)
                .hasMessage(other + ": the picture is 50 x 50 pixels but the template is 64 x 48");
        PictureWriter.writePng(small, dir.resolve("a.png"));
        assertThatThrownBy(() -> PartComparator.of(dir))
                .isInstanceOf(PictureException.class)
                .hasMessage(other + ": the picture is 50 x 50 pixels but the template is 64 x 48");
        Path empty = Files.createDirectory(dir.resolve("empty"));
        assertThatThrownBy(() -> PartComparator.of(empty))
                .isInstanceOf(PictureException.class)
                .hasMessage(empty + ": a folder without pictures");
    }

    @Test
    void theLargestPictureIsCompared() {
        GrayF32 tiles = new GrayF32(2048, 2048);
        GrayF32 template = Boards.template(Boards.BINARY);
        for (int i = 0; i < 9; i++) {
            tiles.subimage(640 * (i % 3), 640 * (i / 3), 640 * (i % 3) + 640, 640 * (i / 3) + 640)
                    .setTo(template);
        }
        GrayF32 spotted = tiles.clone();
        float level = tiles.get(1500, 1500) < 128 ? 255 : 0;
        for (int i = 0; i < 400; i++) {
            spotted.set(1500 + i % 20, 1500 + i / 20, level);
        }

        assertThat(PartComparator.of(tiles).compare(spotted).regions())
                .singleElement()
                .satisfies(region -> assertThat(region.x()).isBetween(1496, 1520));
    }
}
