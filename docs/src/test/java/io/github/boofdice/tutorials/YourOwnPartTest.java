package io.github.boofdice.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DefectRegion;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.FaceInfo;
import io.github.boofdice.GoodPicture;
import io.github.boofdice.PartComparison;
import io.github.boofdice.learn.LimitMethod;
import io.github.boofdice.testdata.BoardDefect;
import io.github.boofdice.testdata.BoardPair;
import io.github.boofdice.testdata.BoardRenderer;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scenes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YourOwnPartTest {
    @Test
    void aFolderInWhichBadOnesMayLieIsLearnedRobustly(@TempDir Path folder) throws IOException {
        DiceInspector inspector = YourOwnPart.robust(TwoFaces.copied(folder));

        assertThat(inspector.info().limits()).isEqualTo(LimitMethod.ROBUST);
    }

    @Test
    void facesAreFoundInAnUnsortedHeap() throws IOException {
        List<GoodPicture> heap = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            heap.add(new GoodPicture("two-" + i, "heap", Drawn.die(Scenes.turned(i, Face.TWO))));
            heap.add(new GoodPicture("six-" + i, "heap", Drawn.die(Scenes.turned(i, Face.SIX))));
        }

        DiceInspector inspector = YourOwnPart.unlabelled(heap);

        assertThat(inspector.info().faces()).extracting(FaceInfo::pictures).containsExactly(6, 6);
        assertThat(inspector.info().faces()).extracting(FaceInfo::symmetry).containsExactlyInAnyOrder(2, 1);
    }

    @Test
    void aHandfulVouchesForOneInSix() throws IOException {
        List<GrayF32> five = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            five.add(Drawn.die(Scenes.good(i, Face.SIX)));
        }

        assertThat(YourOwnPart.handful(five).info().falseRejectRate()).isEqualTo(1.0 / 6);
    }

    @Test
    void onePictureIsEnoughToFindAnotherFace() throws IOException {
        GrayF32 good = Drawn.die(Scenes.good(1, Face.SIX));

        assertThat(YourOwnPart.one(good, Drawn.die(Scenes.good(2, Face.TWO))).anomalous())
                .isTrue();
        assertThat(YourOwnPart.one(good, good).anomalous()).isFalse();
    }

    @Test
    void aBoardDiffersWhereItsDefectsWereDrawnButForAPinhole() {
        BoardPair board = BoardRenderer.pair(YourOwnPart.BOARD);

        PartComparison compared =
                YourOwnPart.flat(YourOwnPart.plane(board.template()), YourOwnPart.plane(board.picture()));

        assertThat(board.defects())
                .hasSize(9)
                .allSatisfy(defect -> assertThat(
                                compared.regions().stream().anyMatch(region -> overlaps(region, defect)))
                        .isEqualTo(defect.area() > 5));
        assertThat(compared.regions()).hasSize(8);
    }

    private static boolean overlaps(DefectRegion region, BoardDefect defect) {
        return region.x() < defect.x() + defect.width()
                && defect.x() < region.x() + region.width()
                && region.y() < defect.y() + defect.height()
                && defect.y() < region.y() + region.height();
    }
}
