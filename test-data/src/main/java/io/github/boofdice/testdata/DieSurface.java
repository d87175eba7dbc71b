package io.github.boofdice.testdata;

import java.util.List;

/**
 * The grey level of a die and of the dark belt round it at any point, before lens and camera. The levels were read off
 * median pictures of real dice; the shapes are simple curves through them.
 */
final class DieSurface {
    private static final double WHITE = 214;
    /** Radius of the light ring where the flat face ends. */
    private static final double EDGE = 56.3;
    /** The die is a square of straight sides up to here ... */
    private static final double STRAIGHT = 34;
    /** ... with corners of this radius. */
    private static final double CORNER = 30.6;

    private static final double PRINT = 50;

    private final Scene scene;
    private final List<Face.Pip> pips;
    private final Footprint inkLoss;
    private final ValueNoise wave;
    private final ValueNoise texture;
    private final Glare glare;
    private final DiePose.Turn turn;
    private final double shine;

    /** A die whose pips are those given, with a share of the ink gone where {@code inkLoss} says so. */
    DieSurface(Scene scene, List<Face.Pip> pips, Footprint inkLoss) {
        this.scene = scene;
        this.pips = pips;
        this.inkLoss = inkLoss;
        this.wave = new ValueNoise(SeededRandom.mix(scene.seed(), 1));
        this.texture = new ValueNoise(SeededRandom.mix(scene.seed(), 2));
        this.glare = new Glare(scene.light().highlights(), scene.seed());
        this.turn = scene.pose().toDie();
        this.shine = scene.face() == Face.SIX ? 30 : 3;
    }

    /** The level at die point (u, v), which is seen at picture point (x, y). */
    double level(double u, double v, double x, double y) {
        double radius = Math.sqrt(u * u + v * v);
        double outside = outside(Math.abs(u) - STRAIGHT, Math.abs(v) - STRAIGHT);
        double belt = 26 + 0.09 * (x + y);
        double body = Curves.inside(outside, 1);
        if (body == 0) {
            return belt;
        }
        double beyondEdge = beyondEdge(u, v, radius);
        double kept = 1 - inkLoss.coverage(u, v);
        double print = print(u, v);
        double ink = kept * print;
        double level = white(beyondEdge, outside) - kept * shadow(u, v);
        if (ink > 0) {
            level += ink * (inkLevel(u, v) - level);
        }
        double patch = glare.at(x, y) * Curves.inside(beyondEdge - 0.5, 1);
        level += patch * ((1 - ink) * Math.max(0, 250 - level) + ink * shine);
        if (print > 0) {
            level += glare.rim(pips, turn, u, v);
        }
        return belt + body * (level - belt);
    }

    /** Signed distance from the outline of the die, but for its inside, where only the sign matters. */
    private static double outside(double cx, double cy) {
        if (cx > 0 && cy > 0) {
            return Math.sqrt(cx * cx + cy * cy) - CORNER;
        }
        return Math.max(cx, cy) - CORNER;
    }

    /** Distance from the wavy edge of the flat face; positive outside. */
    private double beyondEdge(double u, double v, double radius) {
        double d = radius - EDGE;
        return Math.abs(d) < 8 ? d - 0.8 * wave.at(5 * u / radius, 5 * v / radius) : d;
    }

    private static double white(double beyondEdge, double outside) {
        double ring = 19 * Curves.hump(beyondEdge / 2.1);
        if (beyondEdge < 0) {
            return WHITE + 6 * Curves.fade(-beyondEdge, 12) + ring;
        }
        double side = WHITE + 4 - 4 * beyondEdge - 0.11 * beyondEdge * beyondEdge;
        return Math.max(40, side - 9 * Math.max(0, 4 + outside)) + ring;
    }

    private double print(double u, double v) {
        return Curves.inside(scene.face() == Face.SIX ? Logo.distance(u, v) : nearest(u, v), 0.75);
    }

    private double nearest(double u, double v) {
        double nearest = Double.MAX_VALUE;
        for (Face.Pip pip : pips) {
            nearest = Math.min(nearest, pip.distance(u, v));
        }
        return nearest;
    }

    /** The white is darker near the print, which takes light from it. */
    private double shadow(double u, double v) {
        if (scene.face() == Face.SIX) {
            return 58 * (Curves.fade(Logo.arrow(u, v), 13) + Curves.fade(Logo.dot(u, v), 13));
        }
        double sum = 0;
        for (Face.Pip pip : pips) {
            sum += Curves.fade(pip.distance(u, v), 9);
        }
        return 60 * sum;
    }

    private double inkLevel(double u, double v) {
        if (scene.face() == Face.SIX) {
            double n = texture.at(1.2 * u, 1.2 * v);
            return PRINT + scene.printGrain() * (n + Math.abs(n) * n);
        }
        double level = 7;
        for (Face.Pip pip : pips) {
            double r = pip.distance(u, v) + pip.radius();
            if (r < pip.radius() + 1) {
                level += 7 * Curves.hump(r / 8) + 12 * Curves.hump((r - 1.6) / 1.3) + 5 * Curves.hump((r - 5.5) / 1.6);
            }
        }
        return level;
    }
}
