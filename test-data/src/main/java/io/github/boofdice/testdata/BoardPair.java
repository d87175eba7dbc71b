package io.github.boofdice.testdata;

import java.util.List;

/**
 * A sound board and the picture of another one of the same kind.
 *
 * @param template the sound one
 * @param picture the other, a little displaced and roughly etched, with defects
 * @param mask 255 where a defect changed the copper of the other, else 0; of the same size
 * @param defects what is wrong with it
 */
public record BoardPair(GrayPicture template, GrayPicture picture, GrayPicture mask, List<BoardDefect> defects) {
    /** Copies the list. */
    public BoardPair {
        defects = List.copyOf(defects);
    }
}
