package io.github.boofdice;

import io.github.boofdice.decide.DriftCharts;
import io.github.boofdice.decide.Trait;
import java.util.Locale;

/**
 * One trait of the accepted parts that has moved.
 *
 * @param trait which
 * @param change by how much the recent accepted parts (40 or so) differ from the good pictures learned from: a factor for score, residual and contrast, pixels of the model's frame for a
 *     shift, radians for a turn
 * @param deviation of the control chart as a multiple of its limit, signed: beyond 1 or -1 when it was noticed
 * @param noticedAfter how many accepted parts it took
 */
public record Drift(Trait trait, double change, double deviation, long noticedAfter) {
    static Drift of(DriftCharts.Alarm alarm) {
        boolean logarithm = switch (alarm.trait()) {
            case SCORE, RESIDUAL, CONTRAST -> true;
            case RIGHT, DOWN, TURN -> false;
        };
        double change = logarithm ? StrictMath.exp(alarm.change()) : alarm.change();
        return new Drift(alarm.trait(), change, alarm.level(), alarm.noticed());
    }

    /**
     * Says it in words.
     *
     * @return for example {@code "the contrast is 0.93 times that of the good pictures"}
     */
    public String explain() {
        return switch (trait) {
            case SCORE -> factor("the score");
            case RESIDUAL -> factor("what the alignment leaves unexplained");
            case CONTRAST -> factor("the contrast");
            case RIGHT -> shift(change < 0 ? "left" : "right");
            case DOWN -> shift(change < 0 ? "up" : "down");
            case TURN ->
                String.format(
                        Locale.ROOT,
                        "parts lie %.1f degrees further %s",
                        Math.abs(Math.toDegrees(change)),
                        change < 0 ? "anticlockwise" : "clockwise");
        };
    }

    private String factor(String what) {
        return String.format(Locale.ROOT, "%s is %.2f times that of the good pictures", what, change);
    }

    private String shift(String where) {
        return String.format(Locale.ROOT, "parts lie %.1f px further %s", Math.abs(change), where);
    }
}
