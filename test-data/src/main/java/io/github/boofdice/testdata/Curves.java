package io.github.boofdice.testdata;

/** The soft steps and humps that everything here is drawn with: polynomials, so that every JDK gives the same bits. */
final class Curves {
    private Curves() {}

    static double clamp(double t) {
        return Math.max(0, Math.min(1, t));
    }

    /** 0 below 0, 1 above 1, smooth between. */
    static double ease(double t) {
        double c = clamp(t);
        return c * c * (3 - 2 * c);
    }

    /** 1 within a shape, 0 outside, over twice {@code soft} pixels round its edge, where d is the signed distance. */
    static double inside(double d, double soft) {
        return ease(0.5 - d / (2 * soft));
    }

    /** A hump of height 1 at 0 that reaches 0 at -1 and 1. */
    static double hump(double t) {
        double s = 1 - t * t;
        return s > 0 ? s * s : 0;
    }

    /** Falls from 1 at 0 to 0 at {@code reach} either side, steeply at first. */
    static double fade(double d, double reach) {
        double s = 1 - Math.abs(d) / reach;
        return s > 0 ? s * s * s : 0;
    }

    /**
     * How much of a pixel a band covers: the overlap of the band's half width either side of its middle line with a
     * pixel of width one at distance d from that line. Its sum over d is the band's width, however thin it is.
     */
    static double band(double d, double halfWidth) {
        return clamp(Math.min(halfWidth, d + 0.5) - Math.max(-halfWidth, d - 0.5));
    }
}
