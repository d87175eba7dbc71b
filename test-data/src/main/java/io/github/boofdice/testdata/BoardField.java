package io.github.boofdice.testdata;

import java.util.Arrays;

/** How deep each pixel lies in copper, in pixels; negative beside it. What lies further than a few pixels from an edge says only that it does. */
final class BoardField {
    /** Depths beyond this are not told apart. */
    static final double FAR = 12;

    final int side;
    final double[] depth;
    /** Where each pixel lies on the board. */
    private final double[] boardX;

    private final double[] boardY;

    /** A bare board, seen as the warp tells. */
    BoardField(int side, BoardWarp warp) {
        this.side = side;
        depth = new double[side * side];
        boardX = new double[side * side];
        boardY = new double[side * side];
        Arrays.fill(depth, -FAR);
        for (int i = 0; i < depth.length; i++) {
            int x = i % side;
            int y = i / side;
            boardX[i] = warp.boardX(x, y);
            boardY[i] = warp.boardY(x, y);
        }
    }

    private BoardField(BoardField other) {
        side = other.side;
        depth = other.depth.clone();
        boardX = other.boardX;
        boardY = other.boardY;
    }

    BoardField copy() {
        return new BoardField(this);
    }

    void add(BoardShape shape) {
        lay(shape, true);
    }

    void cut(BoardShape shape) {
        lay(shape, false);
    }

    private void lay(BoardShape shape, boolean copper) {
        double margin = FAR + BoardWarp.MOST;
        int left = (int) Math.max(0, Math.floor(shape.x() - shape.reachX() - margin));
        int right = (int) Math.min(side - 1, Math.ceil(shape.x() + shape.reachX() + margin));
        int top = (int) Math.max(0, Math.floor(shape.y() - shape.reachY() - margin));
        int bottom = (int) Math.min(side - 1, Math.ceil(shape.y() + shape.reachY() + margin));
        for (int y = top; y <= bottom; y++) {
            for (int i = y * side + left; i <= y * side + right; i++) {
                double inside = Math.max(-FAR, Math.min(FAR, shape.depth(boardX[i], boardY[i])));
                depth[i] = copper ? Math.max(depth[i], inside) : Math.min(depth[i], -inside);
            }
        }
    }

    /** Moves every edge outwards by so many pixels, or inwards. */
    void widen(double by) {
        for (int i = 0; i < depth.length; i++) {
            depth[i] += by;
        }
    }

    /** Lets edges waver: two waves of noise, one long and one short. */
    void roughen(double most, long seed) {
        if (most == 0) {
            return;
        }
        ValueNoise noise = new ValueNoise(seed);
        for (int i = 0; i < depth.length; i++) {
            if (Math.abs(depth[i]) < 2 + 2 * most) {
                double u = boardX[i];
                double v = boardY[i];
                depth[i] += most * (0.65 * noise.at(u / 7, v / 7) + 0.5 * noise.at(u / 2.7 + 91, v / 2.7 + 17));
            }
        }
    }

    double at(double x, double y) {
        int column = (int) Math.max(0, Math.min(side - 1, Math.rint(x)));
        int row = (int) Math.max(0, Math.min(side - 1, Math.rint(y)));
        return depth[row * side + column];
    }

    double boardX(int pixel) {
        return boardX[pixel];
    }

    double boardY(int pixel) {
        return boardY[pixel];
    }
}
