package io.github.boofdice;

import io.github.boofdice.align.AlignmentStatus;
import io.github.boofdice.score.Polarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts an inspection into one sentence, for people who stand at the belt. */
final class Explanation {
    /** A face reaches this far from its middle, as a share of the picture's shorter side: 52 of 128 pixels. */
    private static final double FACE_REACH = 52 / 128.0;

    /** From this p-value on, "less than once in N" would hide how usual it is. */
    private static final double USUAL = 0.05;

    /** Larger claims than once in so many would say more than good pictures can vouch for. */
    private static final double RAREST = 1e-6;

    private static final double MOST_SPREADS = 1000;
    private static final List<String> NUMBERS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    private Explanation() {}

    static String of(Inspection found) {
        String said = found.converged() ? compared(found) : unaligned(found);
        String doubt = found.alignment() == AlignmentStatus.AMBIGUOUS ? "another pose fits nearly as well; " : "";
        return said + "; " + doubt + frequency(found.pValue());
    }

    private static String compared(Inspection found) {
        String face = face(found);
        if (!found.anomalous()) {
            return "looks like a good " + face + dismissed(found);
        }
        if (found.regions().isEmpty()) {
            return "unlike a good " + face + ", though no single place stands out; score " + decimal(found.score())
                    + " where a typical good part has 1";
        }
        DefectRegion worst = found.regions().get(0);
        int more = found.regions().size() - 1;
        return String.format(
                Locale.ROOT,
                "%s mark, %d x %d px, %s of %s%s; %s times the limit",
                word(worst.polarity()),
                worst.width(),
                worst.height(),
                place(worst, found),
                face,
                more == 0 ? "" : ", and " + number(more) + " more",
                decimal(worst.peak()));
    }

    /** A score above the threshold and a verdict of normal need a word. */
    private static String dismissed(Inspection found) {
        if (found.dismissed().isEmpty()) {
            return "";
        }
        DefectRegion worst = found.dismissed().get(0);
        int all = found.dismissed().size();
        return String.format(
                Locale.ROOT,
                ", but for %s that %s not count, %s%s, %d x %d px, %s",
                all == 1 ? "a mark" : number(all) + " marks",
                all == 1 ? "does" : "do",
                all == 1 ? "" : "the strongest ",
                word(worst.polarity()),
                worst.width(),
                worst.height(),
                place(worst, found));
    }

    static String word(Polarity polarity) {
        return polarity == Polarity.LIGHT ? "light" : "dark";
    }

    private static String unaligned(Inspection found) {
        String guess = "nearest guess " + face(found);
        return switch (found.alignment()) {
            case LOW_TEXTURE ->
                "too little to see in the picture (" + guess
                        + "): no part, one without print, or a fault of light or lens";
            case LOW_OVERLAP ->
                "the part lies too far from the middle of the picture (" + shift(found.pose()) + guess
                        + "): bring it to the middle";
            case CONVERGED, AMBIGUOUS, DIVERGED -> "unlike every face that was learned, at any angle (" + guess + ")";
        };
    }

    /** Which ninth of the face the middle of the region lies in, as seen. */
    private static String place(DefectRegion region, Inspection found) {
        int width = found.heatMap().width;
        int height = found.heatMap().height;
        double third = FACE_REACH * Math.min(width, height) / 3;
        double x = region.centroidX() - ((width - 1) / 2.0 + found.pose().x());
        double y = region.centroidY() - ((height - 1) / 2.0 + found.pose().y());
        String column = x < -third ? "left" : x > third ? "right" : "middle";
        if (Math.abs(y) <= third) {
            return (column.equals("middle") ? "in the " : "on the ") + column;
        }
        return "on the " + (y < 0 ? "upper " : "lower ") + column;
    }

    private static String shift(Pose pose) {
        List<String> parts = new ArrayList<>();
        long right = Math.round(pose.x());
        long down = Math.round(pose.y());
        if (right != 0) {
            parts.add(Math.abs(right) + " px " + (right > 0 ? "right" : "left"));
        }
        if (down != 0) {
            parts.add(Math.abs(down) + " px " + (down > 0 ? "down" : "up"));
        }
        return parts.isEmpty() ? "" : String.join(", ", parts) + "; ";
    }

    /** How usual this is among good parts; never rarer than the p-value says. */
    static String frequency(double pValue) {
        if (pValue >= 0.5) {
            return "at least every other good part looks no better";
        }
        if (pValue >= USUAL) {
            return "about one good part in " + Math.round(1 / pValue) + " looks no better";
        }
        return String.format(Locale.ROOT, "a good part looks like this less than once in %,d", onceIn(pValue));
    }

    /** The largest of 1, 2, 5 x 10^k with a p-value below 1 / N, for p-values below a tenth. */
    private static long onceIn(double pValue) {
        long rounded = 10;
        for (long power = 10; power <= 1 / RAREST; power *= 10) {
            for (long leading : new long[] {1, 2, 5}) {
                long next = leading * power;
                if (next <= 1 / RAREST && pValue * next < 1) {
                    rounded = next;
                }
            }
        }
        return rounded;
    }

    /** Folders have names of any kind: what would break the line becomes a space. */
    private static String face(Inspection found) {
        String name = found.face().replaceAll("[\\p{Z}\\p{C}]+", " ").strip();
        return "face " + (name.isEmpty() ? "without a name" : name);
    }

    static String number(int count) {
        return count < NUMBERS.size() ? NUMBERS.get(count) : Integer.toString(count);
    }

    static String decimal(double value) {
        return value > MOST_SPREADS
                ? String.format(Locale.ROOT, "over %,.0f", MOST_SPREADS)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
