package io.github.boofdice.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BoardRendererTest {
    private static final List<BoardPair> PAIRS =
            LongStream.range(0, 4).mapToObj(BoardRenderer::pair).toList();

    @Test
    void theSameSeedDrawsTheSameBoard() {
        assertThat(BoardRenderer.pair(2)).isEqualTo(PAIRS.get(2));
        assertThat(PAIRS.get(1).template()).isNotEqualTo(PAIRS.get(2).template());
    }

    @Test
    void aBoardHasThreeToTwelveDefectsAndAllKindsOccur() {
        Set<BoardDefectKind> kinds = EnumSet.noneOf(BoardDefectKind.class);
        for (BoardPair pair : PAIRS) {
            assertThat(pair.defects()).hasSizeBetween(3, 12);
            pair.defects().forEach(defect -> kinds.add(defect.kind()));
        }
        assertThat(kinds).containsExactlyInAnyOrder(BoardDefectKind.values());
    }

    @Test
    void theBoxesAreThoseOfTheMask() {
        for (BoardPair pair : PAIRS) {
            byte[] left = pair.mask().pixels();
            for (BoardDefect defect : pair.defects()) {
                int area = 0;
                boolean[] edges = new boolean[4];
                for (int y = defect.y(); y < defect.y() + defect.height(); y++) {
                    for (int x = defect.x(); x < defect.x() + defect.width(); x++) {
                        if (left[y * BoardRenderer.SIDE + x] != 0) {
                            left[y * BoardRenderer.SIDE + x] = 0;
                            area++;
                            edges[0] |= x == defect.x();
                            edges[1] |= y == defect.y();
                            edges[2] |= x == defect.x() + defect.width() - 1;
                            edges[3] |= y == defect.y() + defect.height() - 1;
                        }
                    }
                }
                assertThat(area).isEqualTo(defect.area());
                assertThat(edges).containsOnly(true);
            }
            assertThat(left).containsOnly(0);
        }
    }

    @Test
    void withoutAnythingElseTheDefectsAloneDiffer() {
        BoardPair pair = BoardRenderer.pair(7, BoardLook.PLAIN);

        for (int y = 0; y < BoardRenderer.SIDE; y++) {
            for (int x = 0; x < BoardRenderer.SIDE; x++) {
                int difference =
                        Math.abs(pair.picture().get(x, y) - pair.template().get(x, y));
                BoardBox here = new BoardBox(x, y, 1, 1);
                boolean near = pair.defects().stream()
                        .anyMatch(defect -> defect.box().wider(4).overlap(here) > 0);
                assertThat(near || difference == 0).isTrue();
            }
        }
        assertThat(pair.template()).isNotEqualTo(pair.picture());
    }

    @Test
    void aBinaryBoardIsBlackAndWhite() {
        BoardLook any = BoardLook.any(1);
        BoardLook binary = new BoardLook(
                true, 1, any.roughness(), any.etch(), any.blur(), any.grain(), any.mottle(), 1, 0.1, 0.5, any.light());
        BoardPair pair = BoardRenderer.pair(1, binary);

        assertThat(new GrayPicture[] {pair.template(), pair.picture()}).allSatisfy(picture -> {
            byte[] pixels = picture.pixels();
            int white = 0;
            for (byte pixel : pixels) {
                assertThat(pixel == 0 || pixel == (byte) 255).isTrue();
                white += pixel == 0 ? 0 : 1;
            }
            assertThat(white).isBetween(pixels.length / 20, pixels.length / 2);
        });
    }

    @Test
    void defectsOfTheSameBoardAreApart() {
        for (BoardPair pair : PAIRS) {
            BoardDefect[] all = pair.defects().toArray(BoardDefect[]::new);
            for (int i = 0; i < all.length; i++) {
                BoardBox box = all[i].box().wider(5);
                assertThat(Arrays.stream(all, 0, i))
                        .noneMatch(other -> other.box().overlap(box) > 0);
            }
        }
    }
}
