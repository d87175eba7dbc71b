package io.github.boofdice.testdata;

/** Turns copper into grey levels: the material's own, then lens, light and grain, or black and white. */
final class BoardPaint {
    private static final double MIDDLE = 127.5;

    private final BoardLook look;
    private final double board;
    private final double copper;

    BoardPaint(BoardLook look, SeededRandom random) {
        this.look = look;
        double dark = random.uniform(25, 80);
        double bright = random.uniform(150, 215);
        // Some cameras see copper darker than the board, by its shadow.
        boolean inverted = !look.binary() && random.uniform() < 0.2;
        board = look.binary() ? 0 : inverted ? bright : dark;
        copper = look.binary() ? 255 : inverted ? dark : bright;
    }

    /** @param other whether it is the second picture, under its own light */
    GrayPicture paint(BoardField field, boolean other, SeededRandom random) {
        int side = field.side;
        ValueNoise mottle = new ValueNoise(random.nextLong());
        double light = other ? look.light() : 0;
        double gain = 1 + light * random.uniform(-1, 1);
        double slopeX = light * random.uniform(-1, 1);
        double slopeY = light * random.uniform(-1, 1);
        double[] levels = new double[side * side];
        for (int i = 0; i < levels.length; i++) {
            double share = Curves.clamp(field.depth[i] + 0.5);
            double spots = look.mottle() == 0 ? 0 : look.mottle() * mottle.at(field.boardX(i) / 5, field.boardY(i) / 5);
            levels[i] = board + (copper - board) * share + spots * (0.3 + 0.7 * share);
        }
        Blur.gaussian(levels, side, side, look.blur());
        for (int i = 0; i < levels.length; i++) {
            double u = 2.0 * (i % side) / side - 1;
            int row = i / side;
            double v = 2.0 * row / side - 1;
            double level = levels[i] * gain * (1 + slopeX * u + slopeY * v);
            double grain = look.grain() == 0 ? 0 : look.grain() * random.gaussian();
            levels[i] = look.binary() ? (level + 4 * grain > MIDDLE ? 255 : 0) : level + grain;
        }
        return GrayPicture.rounded(side, side, levels);
    }
}
