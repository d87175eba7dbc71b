package io.github.boofdice.synth;

/** A shape about a middle of its own. */
interface Mark {
    /** Share of a pixel that is covered, 0..1, at an offset from the mark's middle. */
    double covers(double x, double y);

    /** How far from its middle it may cover anything, in pixels. */
    double reach();

    /** What an edge does to a pixel: 0.5 on it, 1 well inside, over a width of {@code softness} pixels. */
    static double edge(double inside, double softness) {
        return Math.max(0, Math.min(1, 0.5 + inside / softness));
    }
}
