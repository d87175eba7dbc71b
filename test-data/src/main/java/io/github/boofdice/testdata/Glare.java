package io.github.boofdice.testdata;

import java.util.List;

/** Light that is reflected: cloudy patches near the face's edge, and thin crescents on the far rims of the pips. */
final class Glare {
    private final List<Highlight> highlights;
    private final double[] cos;
    private final double[] sin;
    private final double[] floor;
    private final ValueNoise coarse;
    private final ValueNoise fine;

    Glare(List<Highlight> highlights, long seed) {
        this.highlights = highlights;
        this.cos =
                highlights.stream().mapToDouble(h -> StrictMath.cos(h.angle())).toArray();
        this.sin =
                highlights.stream().mapToDouble(h -> StrictMath.sin(h.angle())).toArray();
        this.floor =
                highlights.stream().mapToDouble(h -> StrictMath.cos(h.spread())).toArray();
        this.coarse = new ValueNoise(SeededRandom.mix(seed, 3));
        this.fine = new ValueNoise(SeededRandom.mix(seed, 4));
    }

    /** How far the white burns out at picture point (x, y), 0 .. 1. */
    double at(double x, double y) {
        if (highlights.isEmpty()) {
            return 0;
        }
        double radius = Math.sqrt(x * x + y * y) + 1e-9;
        double sum = 0;
        for (int i = 0; i < cos.length; i++) {
            double facing = facing(i, x / radius, y / radius);
            double reach = highlights.get(i).depth() * Math.sqrt(facing);
            if (facing > 0 && radius > 56 - 1.5 * reach) {
                double clouds = 0.6 * coarse.at((x + 0.4 * y) / 10 + 31 * i, (y - 0.4 * x) / 10)
                        + 0.4 * fine.at((x - 0.7 * y) / 4, (y + 0.7 * x) / 4 + 31 * i);
                double depth = Curves.ease((radius - 56 + reach * (1 + 0.5 * clouds)) / (4 + 0.6 * reach));
                double shade = 0.8 + 0.4 * clouds;
                sum += highlights.get(i).strength() * depth * shade * Curves.ease(1.6 * facing);
            }
        }
        return Math.min(1, sum);
    }

    /** Grey levels that the rims of the pips gain at die point (u, v). */
    double rim(List<Face.Pip> pips, DiePose.Turn turn, double u, double v) {
        if (highlights.isEmpty()) {
            return 0;
        }
        double gained = 0;
        for (Face.Pip pip : pips) {
            double d = pip.distance(u, v);
            if (Math.abs(d) > 2) {
                continue;
            }
            double r = d + pip.radius();
            double nx = turn.backX((u - pip.x()) / r, (v - pip.y()) / r);
            double ny = turn.backY((u - pip.x()) / r, (v - pip.y()) / r);
            double from = Math.sqrt(pip.x() * pip.x() + pip.y() * pip.y()) + 10;
            double px = turn.backX(pip.x(), pip.y()) / from;
            double py = turn.backY(pip.x(), pip.y()) / from;
            for (int i = 0; i < cos.length; i++) {
                double away = Math.max(0, -nx * cos[i] - ny * sin[i]);
                double near = Math.max(0, px * cos[i] + py * sin[i]);
                gained += 130 * highlights.get(i).strength() * near * away * away * Curves.hump((d + 0.2) / 1.1);
            }
        }
        return gained;
    }

    private double facing(int i, double dx, double dy) {
        return Math.max(0, (dx * cos[i] + dy * sin[i] - floor[i]) / (1 - floor[i]));
    }
}
