package io.github.boofdice.score;

import io.github.boofdice.image.Frame;

/**
 * The rows in which anything can be found: those of the face and as far beyond it as a patch reaches; at most all but the outermost two. What lies above and below is zero in every plane, and need not be gone through.
 *
 * @param first of the rows
 * @param end behind the last
 * @param width of each in pixels
 */
record FaceRows(int first, int end, int width) {
    private static final int PATCH = 5;

    FaceRows(Frame frame) {
        this(first(frame), frame.height() - first(frame), frame.width());
    }

    private static int first(Frame frame) {
        return Math.max(1, frame.faceTop() - frame.odd(PATCH) / 2);
    }

    /** Index of the first pixel. */
    int from() {
        return first * width;
    }

    /** Index behind the last. */
    int to() {
        return end * width;
    }
}
