package io.github.boofdice.testdata;

/**
 * How two pictures of a board look, and how they differ beside the defects.
 *
 * @param binary whether each pixel is black or white
 * @param scale how wide tracks and gaps are: 1 is a track of about 12 pixels
 * @param roughness how far edges waver, in pixels at the most; the two boards waver apart
 * @param etch by how much the second board's copper is wider or narrower on each side, in pixels at the most
 * @param blur standard deviation of the lens in pixels
 * @param grain standard deviation of the camera's noise in grey levels
 * @param mottle how far the copper's and the board's own grey varies, in grey levels at the most
 * @param shift how far the picture lies beside the template, in pixels along each axis at the most
 * @param degrees how far it is turned at the most
 * @param stretch how far it is stretched unevenly, in pixels at the most
 * @param light how far the picture's light differs in gain and slope, as a share at the most
 */
public record BoardLook(
        boolean binary,
        double scale,
        double roughness,
        double etch,
        double blur,
        double grain,
        double mottle,
        double shift,
        double degrees,
        double stretch,
        double light) {
    /** An even light and exact edges, nothing displaced: pictures that differ by their defects alone. */
    public static final BoardLook PLAIN = new BoardLook(false, 1, 0, 0, 0.6, 0, 0, 0, 0, 0, 0);

    /**
     * {@return a look drawn by lot: half of them binary, displaced by a pixel and turned by a tenth of a degree as a machine that aligns leaves them}
     *
     * @param seed decides everything
     */
    public static BoardLook any(long seed) {
        SeededRandom random = new SeededRandom(SeededRandom.mix(seed, 700));
        return new BoardLook(
                random.uniform() < 0.5,
                random.uniform(0.7, 1.6),
                random.uniform(0.2, 1.2),
                random.uniform(0, 0.6),
                random.uniform(0.4, 1.1),
                random.uniform(0.5, 5),
                random.uniform(0, 12),
                1,
                0.1,
                random.uniform(0, 1),
                random.uniform(0, 0.1));
    }

    /**
     * {@return likewise, but laid down by hand: up to four pixels and a degree aside, unevenly stretched by up to three pixels}
     *
     * @param seed decides everything
     */
    public static BoardLook loose(long seed) {
        BoardLook any = any(seed);
        return new BoardLook(
                any.binary,
                any.scale,
                any.roughness,
                any.etch,
                any.blur,
                any.grain,
                any.mottle,
                4,
                1,
                3 * any.stretch,
                any.light);
    }
}
