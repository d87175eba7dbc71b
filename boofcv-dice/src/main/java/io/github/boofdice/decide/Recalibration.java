package io.github.boofdice.decide;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Moves what learning knows of good pictures to the level of a few later ones: another lamp, another focus, worn tooling.
 *
 * <p>A handful cannot say how good pictures spread, so that is kept from learning; they say where the middle lies now. The scores are moved to the later pictures' median,
 * as far as their number, and downwards their faces, carry: learning counts for {@value #PRIOR} pictures more; then both are pooled. A few pictures that score much higher are therefore refused. The traits that drift is watched by are moved by the median
 * of the later pictures' differences from their face's median.
 *
 * @param calibration of the pooled scores, at the same rate
 * @param faces the moved traits of each face's good pictures
 * @param outliers indices of the later pictures that score too high to be good ones, ascending
 */
public record Recalibration(Calibration calibration, List<List<Traits>> faces, List<Integer> outliers) {
    /** Later pictures that must have aligned. */
    public static final int FEWEST = 3;

    static final int PRIOR = 3;

    /** Robust standard deviations of learning's log score: where the later pictures' median lies further away, the parts have changed. */
    private static final double MOST_SPREADS = 5;

    /** By so much of a spread the threshold may fall short of a rise of the scores: beyond it, many more good parts than stated would be rejected. */
    private static final double MOST_SHORT = 0.5;

    /** A later picture is a bad one among the good where not one handful in so many would hold a good one that scores as high. */
    private static final double ODDS_OF_OUTLIER = 0.01;

    /** Copies the lists. */
    public Recalibration {
        faces = faces.stream().map(List::copyOf).toList();
        outliers = List.copyOf(outliers);
    }

    /**
     * A good picture of now that aligned.
     *
     * @param face index of its face
     * @param traits what was noted of it
     */
    public record Later(int face, Traits traits) {}

    /**
     * Recalibrates.
     *
     * @param learned the calibration so far
     * @param faces traits of the good pictures of each face
     * @param later good pictures of now that aligned
     * @param failed how many further ones did not
     * @return the moved calibration, with the traits and the outliers
     * @throws RecalibrationException if fewer than {@value #FEWEST} aligned, if they are too few for how much higher they score, or if they score so much higher or lower
     *     that the parts must have changed: then one learns again
     */
    public static Recalibration of(Calibration learned, List<List<Traits>> faces, List<Later> later, int failed)
            throws RecalibrationException {
        if (later.size() < FEWEST) {
            throw new RecalibrationException("recalibrating needs at least " + FEWEST
                    + " good pictures that can be aligned but has " + later.size());
        }
        double middle = median(Arrays.stream(logs(learned)));
        double spread = 1.4826 * median(Arrays.stream(logs(learned)).map(v -> Math.abs(v - middle)));
        double now = medianScore(later);
        if (Math.abs(now - middle) > MOST_SPREADS * spread) {
            throw new RecalibrationException(String.format(
                    Locale.ROOT,
                    "these pictures typically score %.2f times as much as the good ones learned from:"
                            + " too different to recalibrate with, learn again",
                    StrictMath.exp(now - middle)));
        }
        double limit = now - middle + limit(learned, ODDS_OF_OUTLIER / later.size(), middle + MOST_SPREADS * spread);
        List<Integer> outliers = IntStream.range(0, later.size())
                .filter(i -> later.get(i).traits.score() > limit)
                .boxed()
                .toList();
        List<Later> used = IntStream.range(0, later.size())
                .filter(i -> !outliers.contains(i))
                .mapToObj(later::get)
                .toList();
        int n = used.size();
        double carried = n / (double) (n + PRIOR);
        double rise = medianScore(used) - middle;
        // Quiet pictures of one face say nothing of the others: the threshold falls by no more than the share of the
        // faces that were seen.
        double shift = carried * rise * (rise < 0 ? shareSeen(faces, used) : 1);
        if (rise - shift > MOST_SHORT * spread) {
            int needed = (int) Math.ceil(PRIOR * (rise / (MOST_SHORT * spread) - 1));
            throw new RecalibrationException(String.format(
                    Locale.ROOT,
                    "%d pictures are too few for scores that are typically %.2f times as high as those learned from: give %d",
                    n,
                    StrictMath.exp(rise),
                    needed));
        }
        Traits move = new Traits(
                change(Trait.SCORE, faces, used),
                change(Trait.RESIDUAL, faces, used),
                change(Trait.CONTRAST, faces, used),
                change(Trait.RIGHT, faces, used),
                change(Trait.DOWN, faces, used),
                change(Trait.TURN, faces, used));
        double[] scores = DoubleStream.concat(
                        Arrays.stream(learned.scores()).map(s -> s * StrictMath.exp(shift)),
                        used.stream().mapToDouble(l -> StrictMath.exp(l.traits.score())))
                .toArray();
        Calibration moved = new Calibration(
                scores,
                learned.failed() + failed,
                learned.rate(),
                learned.heldOut(),
                new Calibration.Level(
                        learned.level().pictures() + n, learned.level().factor() * StrictMath.exp(shift)));
        return new Recalibration(
                moved,
                faces.stream()
                        .map(face -> face.stream().map(t -> t.plus(move)).toList())
                        .toList(),
                outliers);
    }

    /** Log score that a good picture exceeds with that probability; {@code otherwise} where the scores are too few for a tail. */
    private static double limit(Calibration learned, double probability, double otherwise) {
        OptionalDouble quantile = learned.tailQuantile(probability);
        return quantile.isPresent() ? quantile.getAsDouble() : otherwise;
    }

    /** Share of the good pictures learned from that show a face which is among the later ones; 1 where nothing is known. */
    private static double shareSeen(List<List<Traits>> faces, List<Later> later) {
        int all = faces.stream().mapToInt(List::size).sum();
        int seen = later.stream()
                .mapToInt(Later::face)
                .distinct()
                .map(face -> faces.get(face).size())
                .sum();
        return all == 0 ? 1 : seen / (double) all;
    }

    /** Median difference from the median of the same face; 0 where nothing is known. */
    private static double change(Trait trait, List<List<Traits>> faces, List<Later> later) {
        List<TraitReference> references =
                faces.stream().map(f -> new TraitReference(f, trait)).toList();
        double[] changes = later.stream()
                .filter(l -> references.get(l.face).size() > 0)
                .mapToDouble(l -> l.traits.get(trait) - references.get(l.face).median())
                .filter(Double::isFinite)
                .toArray();
        return changes.length == 0 ? 0 : median(Arrays.stream(changes));
    }

    private static double medianScore(List<Later> pictures) {
        return median(pictures.stream().mapToDouble(l -> l.traits.score()));
    }

    private static double[] logs(Calibration calibration) {
        return Arrays.stream(calibration.scores())
                .map(s -> StrictMath.log(Math.max(Traits.LEAST, s)))
                .toArray();
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
