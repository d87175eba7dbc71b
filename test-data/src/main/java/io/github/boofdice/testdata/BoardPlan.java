package io.github.boofdice.testdata;

import java.util.ArrayList;
import java.util.List;

/** The copper of a board drawn by lot: bundles of tracks with bends, pads at their ends, rows and fields of pads, holes, planes of copper. */
final class BoardPlan {
    /** A straight piece of a track, from one end to the other. */
    record Piece(double x0, double y0, double x1, double y1, double halfWidth) {}

    private static final int TRIES = 400;

    final List<BoardShape> copper = new ArrayList<>();
    final List<BoardShape> holes = new ArrayList<>();
    final List<Piece> tracks = new ArrayList<>();
    /** Middles of wide copper, with its least half width. */
    final List<double[]> wide = new ArrayList<>();

    private final int side;
    private final double scale;
    private final SeededRandom random;
    /** What is taken, with the spacing round it. */
    private final BoardField taken;

    BoardPlan(int side, double scale, long seed) {
        this.side = side;
        this.scale = scale;
        random = new SeededRandom(SeededRandom.mix(seed, 710));
        taken = new BoardField(side, BoardWarp.none(side));
        for (int i = 0; i < 2; i++) {
            plane();
        }
        for (int i = 0; i < 3; i++) {
            pads();
        }
        for (int i = 0; i < TRIES; i++) {
            bundle();
        }
        for (int i = 0; i < 60; i++) {
            via();
        }
    }

    private void plane() {
        double w = random.uniform(30, 70) * scale;
        double h = random.uniform(20, 60) * scale;
        double x = random.uniform(0, side);
        double y = random.uniform(0, side);
        BoardShape box = BoardShape.box(x, y, w, h, 4);
        if (free(List.of(box))) {
            take(box);
            wide.add(new double[] {x, y, w, h});
        }
    }

    /** A row or a field of equal pads. */
    private void pads() {
        boolean round = random.uniform() < 0.4;
        double half = random.uniform(6, 11) * scale;
        double other = round ? half : half * random.uniform(1, 2.2);
        double pitch = 2 * half + random.uniform(8, 16) * scale;
        double line = 2 * other + random.uniform(10, 22) * scale;
        int columns = 3 + random.below(7);
        int rows = 1 + random.below(round ? 5 : 2);
        double x0 = random.uniform(20, side - 20);
        double y0 = random.uniform(20, side - 20);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double x = x0 + column * pitch;
                double y = y0 + row * line;
                BoardShape pad =
                        round ? BoardShape.disc(x, y, half) : BoardShape.box(x, y, half, other, Math.min(3, half / 2));
                if (x < side && y < side && free(List.of(pad))) {
                    take(pad);
                    wide.add(new double[] {x, y, half, other});
                }
            }
        }
    }

    /** Parallel tracks along one path of right and half-right angles. */
    private void bundle() {
        int tracksOfIt = 1 + random.below(5);
        double half = random.uniform(3.5, 8.5) * scale;
        double pitch = 2 * half + random.uniform(7, 16) * scale;
        double x = random.uniform(0, side);
        double y = random.uniform(0, side);
        int direction = random.below(8);
        int bends = random.below(3);
        double[][] path = new double[bends + 2][];
        path[0] = new double[] {x, y};
        int[] directions = new int[bends + 1];
        for (int i = 0; i <= bends; i++) {
            directions[i] = direction;
            double step = random.uniform(40, 220) * Math.sqrt(scale);
            x += step * cos(direction);
            y += step * sin(direction);
            path[i + 1] = new double[] {x, y};
            direction = (direction + (random.uniform() < 0.5 ? 1 : 7)) % 8;
        }
        for (int track = 0; track < tracksOfIt; track++) {
            lay(path, directions, (track - (tracksOfIt - 1) / 2.0) * pitch, half);
        }
    }

    private void lay(double[][] path, int[] directions, double aside, double half) {
        List<BoardShape> shapes = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        double[][] moved = new double[path.length][];
        for (int i = 0; i < path.length; i++) {
            int before = directions[Math.max(0, i - 1)];
            int after = directions[Math.min(directions.length - 1, i)];
            double nx = -sin(before) - sin(after);
            double ny = cos(before) + cos(after);
            double scaled = 2 * aside / (nx * nx + ny * ny);
            moved[i] = new double[] {path[i][0] + nx * scaled, path[i][1] + ny * scaled};
        }
        for (int i = 1; i < moved.length; i++) {
            Piece piece = new Piece(moved[i - 1][0], moved[i - 1][1], moved[i][0], moved[i][1], half);
            pieces.add(piece);
            shapes.add(BoardShape.line(piece.x0, piece.y0, piece.x1, piece.y1, half));
        }
        double pad = half * random.uniform(1.3, 1.9);
        boolean drilled = random.uniform() < 0.5;
        double[][] ends = {moved[0], moved[moved.length - 1]};
        for (double[] end : ends) {
            shapes.add(BoardShape.disc(end[0], end[1], pad));
        }
        if (!free(shapes)) {
            return;
        }
        shapes.forEach(this::take);
        tracks.addAll(pieces);
        for (double[] end : ends) {
            if (drilled) {
                holes.add(BoardShape.disc(end[0], end[1], pad * 0.42));
            }
        }
    }

    private void via() {
        double radius = random.uniform(6, 11) * scale;
        BoardShape disc = BoardShape.disc(random.uniform(0, side), random.uniform(0, side), radius);
        if (free(List.of(disc))) {
            take(disc);
            holes.add(BoardShape.disc(disc.x(), disc.y(), radius * 0.45));
        }
    }

    private boolean free(List<BoardShape> shapes) {
        double gap = random.uniform(6.5, 11) * scale;
        for (BoardShape shape : shapes) {
            int left = (int) Math.max(0, shape.x() - shape.reachX() - gap);
            int right = (int) Math.min(side - 1, shape.x() + shape.reachX() + gap);
            int top = (int) Math.max(0, shape.y() - shape.reachY() - gap);
            int bottom = (int) Math.min(side - 1, shape.y() + shape.reachY() + gap);
            for (int y = top; y <= bottom; y += 2) {
                for (int x = left; x <= right; x += 2) {
                    if (taken.depth[y * side + x] > 0 && shape.depth(x, y) > -gap) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private void take(BoardShape shape) {
        copper.add(shape);
        taken.add(shape);
    }

    private static double cos(int eighth) {
        return DIRECTIONS[eighth];
    }

    private static double sin(int eighth) {
        return DIRECTIONS[(eighth + 6) % 8];
    }

    private static final double HALF = Math.sqrt(0.5);
    private static final double[] DIRECTIONS = {1, HALF, 0, -HALF, -1, -HALF, 0, HALF};

    /** The sound board as it is seen. */
    BoardField seen(BoardWarp warp) {
        BoardField field = new BoardField(side, warp);
        copper.forEach(field::add);
        holes.forEach(field::cut);
        return field;
    }
}
