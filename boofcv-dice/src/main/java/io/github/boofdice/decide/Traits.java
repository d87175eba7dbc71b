package io.github.boofdice.decide;

/**
 * What is noted of one part. Each is a number of at most a million, but for the turn of a face without an angle, which is NaN.
 *
 * @param score logarithm of the scaled score
 * @param residual logarithm of the alignment's residual
 * @param contrast logarithm of the gain
 * @param right frame pixels
 * @param down frame pixels
 * @param turn radians
 */
public record Traits(double score, double residual, double contrast, double right, double down, double turn) {
    /** Smallest number whose logarithm is taken. */
    static final double LEAST = 1e-6;

    private static final double MOST = 1e6;

    /** Checks that they are numbers. */
    public Traits {
        double most = Math.max(
                Math.max(Math.max(Math.abs(score), Math.abs(residual)), Math.max(Math.abs(contrast), Math.abs(right))),
                Math.abs(down));
        if (!(most <= MOST) || Math.abs(turn) > MOST) {
            throw new IllegalArgumentException("traits must be numbers up to " + MOST
                    + " but are %s, %s, %s, %s, %s, %s".formatted(score, residual, contrast, right, down, turn));
        }
    }

    /**
     * Notes them.
     *
     * @param score scaled score, at least 0
     * @param residual of the alignment, in grey levels, at least 0
     * @param gain contrast over the template's, &gt; 0
     * @param right of the frame's middle, in its pixels
     * @param down likewise
     * @param turn in radians, NaN where the face has none
     * @return them, with the logarithms of score, residual and gain
     */
    public static Traits of(double score, double residual, double gain, double right, double down, double turn) {
        return new Traits(log(score), log(residual), log(gain), right, down, turn);
    }

    private static double log(double value) {
        return StrictMath.log(Math.max(LEAST, value));
    }

    /**
     * One of them.
     *
     * @param trait which
     * @return its value: a logarithm, pixels of the frame, or radians
     */
    public double get(Trait trait) {
        return switch (trait) {
            case SCORE -> score;
            case RESIDUAL -> residual;
            case CONTRAST -> contrast;
            case RIGHT -> right;
            case DOWN -> down;
            case TURN -> turn;
        };
    }

    /**
     * Each of them with its own of {@code other} added.
     *
     * @param other to be added
     * @return the sums
     */
    public Traits plus(Traits other) {
        return new Traits(
                score + other.score,
                residual + other.residual,
                contrast + other.contrast,
                right + other.right,
                down + other.down,
                turn + other.turn);
    }
}
