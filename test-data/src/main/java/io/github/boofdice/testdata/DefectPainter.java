package io.github.boofdice.testdata;

/** Lays defects over pictures, drawn or real ones. */
public final class DefectPainter {
    private DefectPainter() {}

    /**
     * {@return the picture with the defect, and the exact mask of what it changed}
     *
     * <p>Each pixel changes by the contrast times the share of it that the defect covers, held to 0 .. 255. What bares
     * the white stops at the level of the white nearby; a missing pip is filled with that level.
     *
     * @param base the sound die; not modified
     * @param pose where the die lies in it
     * @param defect what to lay over it; lengths in pixels of this picture
     */
    public static Painted paint(GrayPicture base, DiePose pose, Defect defect) {
        GrayPicture after =
                defect instanceof MissingPip pip ? PipFiller.fill(base, pose, pip) : overlay(base, pose, defect);
        return Painted.compare(base, after, defect.contrast());
    }

    private static GrayPicture overlay(GrayPicture base, DiePose pose, Defect defect) {
        int width = base.width();
        int height = base.height();
        Footprint footprint = defect.footprint();
        DiePose.Turn turn = pose.toDie();
        double white = defect.baresWhite() ? LocalWhite.near(base, pose, defect.x(), defect.y(), defect.reach()) : 255;
        double reach = defect.reach() * defect.reach();
        double[] levels = new double[width * height];
        for (int row = 0; row < height; row++) {
            double y = row - (height - 1) / 2.0;
            for (int column = 0; column < width; column++) {
                double x = column - (width - 1) / 2.0;
                double u = turn.u(x, y);
                double v = turn.v(x, y);
                int level = base.get(column, row);
                levels[row * width + column] = level;
                double du = u - defect.x();
                double dv = v - defect.y();
                if (du * du + dv * dv <= reach) {
                    double changed = level + defect.contrast() * footprint.coverage(u, v);
                    levels[row * width + column] =
                            defect.baresWhite() ? Math.max(level, Math.min(white, changed)) : changed;
                }
            }
        }
        return GrayPicture.rounded(width, height, levels);
    }
}
