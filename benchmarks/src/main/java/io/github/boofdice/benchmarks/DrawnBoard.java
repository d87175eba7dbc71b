package io.github.boofdice.benchmarks;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DefectRegion;
import io.github.boofdice.PartComparator;
import io.github.boofdice.io.GrayPictures;
import io.github.boofdice.testdata.BoardBox;
import io.github.boofdice.testdata.BoardDefect;
import io.github.boofdice.testdata.BoardPair;
import io.github.boofdice.testdata.BoardRenderer;
import io.github.boofdice.testdata.BoardTally;
import io.github.boofdice.testdata.GrayPicture;
import java.util.List;
import java.util.stream.LongStream;
import org.opencv.core.Mat;

/** A drawn board, ready for either method; nothing of either was chosen on these seeds. */
record DrawnBoard(
        PartComparator comparator, GrayF32 picture, Mat peerTemplate, Mat peerPicture, List<BoardDefect> defects) {
    private static final long SEED = 40_000_000;

    /** The first so many boards. */
    static List<DrawnBoard> first(int count) {
        return LongStream.range(SEED, SEED + count)
                .mapToObj(BoardRenderer::pair)
                .map(DrawnBoard::of)
                .toList();
    }

    private static DrawnBoard of(BoardPair pair) {
        GrayF32 template = plane(pair.template());
        GrayF32 picture = plane(pair.picture());
        return new DrawnBoard(
                PartComparator.of(template),
                picture,
                BoardPeer.bytes(template),
                BoardPeer.bytes(picture),
                pair.defects());
    }

    private static GrayF32 plane(GrayPicture picture) {
        return GrayPictures.fromBufferedImage(picture.toBufferedImage());
    }

    /** How right a method is. */
    record Right(String method, int boards, int defects, double precision, double recall, double f) {
        private static Right of(String method, int boards, BoardTally tally) {
            return new Right(method, boards, tally.defects(), tally.precision(), tally.recall(), tally.f());
        }
    }

    /** Both methods on the same boards, boxes one to one from an overlap of {@value BoardTally#OVERLAP}. */
    static List<Right> right(List<DrawnBoard> boards) {
        BoardPeer peer = new BoardPeer();
        BoardTally ours = new BoardTally();
        BoardTally theirs = new BoardTally();
        for (DrawnBoard board : boards) {
            List<DefectRegion> found = board.comparator.compare(board.picture).regions();
            ours.add(
                    board.defects,
                    found.stream()
                            .map(r -> new BoardBox(r.x(), r.y(), r.width(), r.height()))
                            .toList());
            theirs.add(board.defects, peer.compare(board.peerTemplate, board.peerPicture));
        }
        return List.of(
                Right.of("boofcv-dice PartComparator.compare", boards.size(), ours),
                Right.of("OpenCV absdiff, threshold, opening, components", boards.size(), theirs));
    }
}
