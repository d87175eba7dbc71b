package io.github.boofdice.testdata;

/**
 * An upright box of pixels.
 *
 * @param x column of the left edge
 * @param y row of the top edge
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record BoardBox(int x, int y, int width, int height) {
    /** {@return the share that two boxes have in common of what they cover together, 0 .. 1} */
    double overlap(BoardBox other) {
        double across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        if (across <= 0 || down <= 0) {
            return 0;
        }
        double both = across * down;
        return both / ((double) width * height + (double) other.width * other.height - both);
    }

    /** {@return the box with so many pixels more on every side} */
    BoardBox wider(int margin) {
        return new BoardBox(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }
}
