package io.github.boofdice.testdata;

/** Where on the board a pixel of a picture lies: shifted, turned and unevenly stretched. */
final class BoardWarp {
    /** No place moves further, in pixels. */
    static final double MOST = 20;

    private final double middle;
    private final double shiftX;
    private final double shiftY;
    private final double cos;
    private final double sin;
    private final double stretch;
    private final double wave;
    private final ValueNoise noise;

    private BoardWarp(int side, double shiftX, double shiftY, double theta, double stretch, long seed) {
        middle = (side - 1) / 2.0;
        this.shiftX = shiftX;
        this.shiftY = shiftY;
        cos = StrictMath.cos(theta);
        sin = StrictMath.sin(theta);
        this.stretch = stretch;
        wave = side * 0.4;
        noise = new ValueNoise(seed);
    }

    static BoardWarp none(int side) {
        return new BoardWarp(side, 0, 0, 0, 0, 0);
    }

    static BoardWarp of(int side, BoardLook look, SeededRandom random) {
        return new BoardWarp(
                side,
                random.uniform(-look.shift(), look.shift()),
                random.uniform(-look.shift(), look.shift()),
                random.uniform(-look.degrees(), look.degrees()) * (Math.PI / 180),
                look.stretch(),
                random.nextLong());
    }

    double boardX(double x, double y) {
        double u = x - middle;
        double v = y - middle;
        return middle + cos * u - sin * v + shiftX + aside(x, y);
    }

    double boardY(double x, double y) {
        double u = x - middle;
        double v = y - middle;
        return middle + sin * u + cos * v + shiftY + aside(x + 5000, y);
    }

    private double aside(double x, double y) {
        return stretch == 0 ? 0 : stretch * noise.at(x / wave, y / wave);
    }
}
