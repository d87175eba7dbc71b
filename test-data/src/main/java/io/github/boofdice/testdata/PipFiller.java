package io.github.boofdice.testdata;

/**
 * Paints a pip over with the white round it: each pixel gets the mean of a ring of white points outside the pip's
 * shadow, the nearer the more (inverse squared distance), so that light patches go on across it.
 */
final class PipFiller {
    private static final int POINTS = 64;
    /** Beyond the rim of a pip the white is darker, and by here as bright as elsewhere; pixels. */
    private static final double SHADOW = 9;
    /** From here outwards the fill gives way to the picture; pixels beyond the rim. */
    private static final double FADING = 5;
    /** The face's edge is brighter than the face, so the ring stays within. */
    private static final double WITHIN = 51;

    private final GrayPicture base;
    private final double[] xs = new double[POINTS];
    private final double[] ys = new double[POINTS];
    private final double[] levels = new double[POINTS];
    private int points;

    private PipFiller(GrayPicture base, DiePose pose, MissingPip pip) {
        this.base = base;
        for (int i = 0; i < POINTS; i++) {
            double angle = 2 * Math.PI * i / POINTS;
            double u = pip.x() + (pip.radius() + SHADOW) * StrictMath.cos(angle);
            double v = pip.y() + (pip.radius() + SHADOW) * StrictMath.sin(angle);
            double x = pose.pictureX(u, v) + (base.width() - 1) / 2.0;
            double y = pose.pictureY(u, v) + (base.height() - 1) / 2.0;
            int column = (int) Math.floor(x + 0.5);
            int row = (int) Math.floor(y + 0.5);
            boolean onFace = u * u + v * v < WITHIN * WITHIN;
            if (onFace && column >= 1 && row >= 1 && column < base.width() - 1 && row < base.height() - 1) {
                xs[points] = x;
                ys[points] = y;
                levels[points++] = mean(column, row);
            }
        }
    }

    static GrayPicture fill(GrayPicture base, DiePose pose, MissingPip pip) {
        PipFiller filler = new PipFiller(base, pose, pip);
        if (filler.points == 0) {
            throw new IllegalArgumentException("the pip at (" + pip.x() + ", " + pip.y() + ") has no white round it");
        }
        int width = base.width();
        int height = base.height();
        Face.Pip rim = new Face.Pip(pip.x(), pip.y(), pip.radius());
        DiePose.Turn turn = pose.toDie();
        double[] out = new double[width * height];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double x = column - (width - 1) / 2.0;
                double y = row - (height - 1) / 2.0;
                double d = rim.distance(turn.u(x, y), turn.v(x, y));
                int level = base.get(column, row);
                double share = Curves.ease((SHADOW - d) / (SHADOW - FADING));
                double filled = share > 0 ? level + share * (filler.white(column, row) - level) : level;
                // In the shadow only lighter: a highlight beside the pip stays.
                out[row * width + column] = d > 1.5 ? Math.max(level, filled) : filled;
            }
        }
        return GrayPicture.rounded(width, height, out);
    }

    private double white(double x, double y) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < points; i++) {
            double dx = x - xs[i];
            double dy = y - ys[i];
            double weight = 1 / (1 + dx * dx + dy * dy);
            sum += weight * levels[i];
            weights += weight;
        }
        return sum / weights;
    }

    private double mean(int column, int row) {
        double sum = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                sum += base.get(column + dx, row + dy);
            }
        }
        return sum / 9;
    }
}
