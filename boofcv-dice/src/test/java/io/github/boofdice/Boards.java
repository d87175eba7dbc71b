package io.github.boofdice;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.testdata.BoardBox;
import io.github.boofdice.testdata.BoardLook;
import io.github.boofdice.testdata.BoardPair;
import io.github.boofdice.testdata.BoardRenderer;
import java.util.List;

/** Drawn boards, shared by all tests of one run; a class of its own, since each takes a good part of a second. */
public final class Boards {
    /** Grey, slightly soft, exact and nothing displaced. */
    public static final BoardPair PLAIN = BoardRenderer.pair(11, BoardLook.PLAIN);

    /** Black and white with rough edges, two pixels and half a degree aside. */
    public static final BoardPair BINARY =
            BoardRenderer.pair(12, new BoardLook(true, 1, 0.8, 0.3, 0.7, 2, 0, 2, 0.5, 1, 0));

    private Boards() {}

    /** The template as the library takes it. */
    public static GrayF32 template(BoardPair pair) {
        return RenderedDice.plane(pair.template());
    }

    /** The picture as the library takes it. */
    public static GrayF32 picture(BoardPair pair) {
        return RenderedDice.plane(pair.picture());
    }

    static List<BoardBox> boxes(PartComparison found) {
        return found.regions().stream()
                .map(region -> new BoardBox(region.x(), region.y(), region.width(), region.height()))
                .toList();
    }
}
