package io.github.boofdice.testdata;

/**
 * One defect of a drawn board and the smallest box that holds all its pixels.
 *
 * @param kind what went wrong
 * @param x column of the box's left edge in pixels of the picture
 * @param y row of its top edge
 * @param width of the box in pixels, at least 1
 * @param height of the box in pixels, at least 1
 * @param area how many pixels are copper that should not be, or the other way round
 */
public record BoardDefect(BoardDefectKind kind, int x, int y, int width, int height, int area) {
    /** {@return the box alone} */
    public BoardBox box() {
        return new BoardBox(x, y, width, height);
    }
}
