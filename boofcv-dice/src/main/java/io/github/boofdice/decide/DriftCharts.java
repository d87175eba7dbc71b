package io.github.boofdice.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Notices that the traits of accepted parts have moved from those of the good pictures learned from: one control chart a trait.
 *
 * <p>A chart follows the exponentially weighted mean of a trait's ranks among the good pictures of the part's face (S. W. Roberts, "Control chart tests based on
 * geometric moving averages", Technometrics 1 (1959), doi:10.1080/00401706.1959.10489860; the last {@value #MEMORY} parts or so count) and raises an alarm beyond
 * {@value #LIMIT} standard deviations. For independent parts that is one false alarm in 320,000 a chart, one in 53,000 for all six: what is left of one in 10,000 goes to runs whose likeness the good pictures do not show in full; from the Markov chain
 * of J. M. Lucas and M. S. Saccucci, Technometrics 32 (1990), doi:10.1080/00401706.1990.10484583. Parts on a line come in runs that look alike: the standard deviation is that of the
 * chart when it is led over the good pictures in their order, but never less than that of independent ones. The good pictures are a sample, and so are those
 * recalibrated with: the variance of the middles of the recent parts' faces is added. A face that was learned from a handful is watched loosely, and a line of that face alone most
 * loosely; a test holds one false alarm in 10,000 independent parts there too.
 *
 * <p>Not thread-safe.
 */
public final class DriftCharts {
    /** Charts need at least this many good pictures. */
    public static final int FEWEST = 20;

    /** How many parts a chart remembers, roughly. */
    static final int MEMORY = 39;

    static final double LIMIT = 4.5;

    private static final double WEIGHT = 2.0 / (MEMORY + 1);
    private static final double INDEPENDENT = WEIGHT / (2 - WEIGHT);

    /** A median of normal values varies by this much more than their mean. */
    private static final double MEDIAN_VARIANCE = Math.PI / 2;

    private final List<List<Traits>> learned;
    private final Map<Trait, Chart> charts = new EnumMap<>(Trait.class);
    private long parts;

    /**
     * Sets the limits of the charts.
     *
     * @param learned traits of the good pictures of each face, in the order in which they were taken, as far as that is known
     * @param recalibrated by how many pictures they were moved, 0 where they were not
     * @throws IllegalArgumentException if there are fewer than {@value #FEWEST} in all
     */
    public DriftCharts(List<List<Traits>> learned, int recalibrated) {
        int pictures = learned.stream().mapToInt(List::size).sum();
        if (pictures < FEWEST) {
            throw new IllegalArgumentException("noticing drift needs at least " + FEWEST
                    + " good pictures that could be held out but has " + pictures);
        }
        this.learned = learned.stream().map(List::copyOf).toList();
        for (Trait trait : Trait.values()) {
            charts.put(trait, new Chart(trait, recalibrated));
        }
    }

    /**
     * Notes an accepted part.
     *
     * @param face its index
     * @param traits what was noted of it
     * @return the alarms so far, the earliest first
     */
    public List<Alarm> add(int face, Traits traits) {
        parts++;
        charts.values().forEach(chart -> chart.add(face, traits));
        return alarms();
    }

    /** {@return the alarms since the beginning or the last {@link #reset}, the earliest first; what they tell of the level is of now} */
    public List<Alarm> alarms() {
        List<Alarm> alarms = new ArrayList<>();
        charts.forEach((trait, chart) -> {
            if (chart.noticed > 0) {
                alarms.add(new Alarm(trait, chart.change, chart.level / chart.limit(), chart.noticed));
            }
        });
        alarms.sort((a, b) -> Long.compare(a.noticed, b.noticed));
        return alarms;
    }

    /** Begins anew. */
    public void reset() {
        parts = 0;
        charts.values().forEach(Chart::reset);
    }

    /**
     * A trait that has moved.
     *
     * @param trait which
     * @param change how far the recent parts lie from the median of their face's good pictures on average, in the trait's unit
     * @param level of the chart, as a multiple of its limit: beyond 1 or -1 when the alarm was raised
     * @param noticed after how many accepted parts
     */
    public record Alarm(Trait trait, double change, double level, long noticed) {}

    private final class Chart {
        private final Trait trait;
        private final List<TraitReference> references;
        private final double wander;
        private final double ofLater;
        private final double[] weights;
        private double level;
        private double change;
        private long seen;
        private long noticed;

        Chart(Trait trait, int recalibrated) {
            this.trait = trait;
            references = learned.stream()
                    .map(face -> new TraitReference(face, trait))
                    .toList();
            wander = wander();
            ofLater = recalibrated == 0 ? 0 : MEDIAN_VARIANCE / recalibrated;
            weights = new double[references.size()];
        }

        /** Variance of the level over the good pictures themselves. */
        private double wander() {
            double squares = 0;
            int n = 0;
            double follow = 0;
            for (int face = 0; face < learned.size(); face++) {
                for (Traits traits : learned.get(face)) {
                    double value = traits.get(trait);
                    if (!Double.isNaN(value)) {
                        follow += WEIGHT * (references.get(face).rank(value) - follow);
                        squares += follow * follow;
                        n++;
                    }
                }
            }
            return n == 0 ? INDEPENDENT : Math.max(INDEPENDENT, squares / n);
        }

        void add(int face, Traits traits) {
            double value = traits.get(trait);
            TraitReference reference = references.get(face);
            if (Double.isNaN(value) || reference.size() == 0) {
                return;
            }
            level += WEIGHT * (reference.rank(value) - level);
            for (int f = 0; f < weights.length; f++) {
                weights[f] += WEIGHT * ((f == face ? 1 : 0) - weights[f]);
            }
            // The mean of all parts at first, of the recent ones later.
            seen++;
            change += Math.max(WEIGHT, 1.0 / seen) * (value - reference.median() - change);
            if (noticed == 0 && Math.abs(level) > limit()) {
                noticed = parts;
            }
        }

        /** How far the level may lie from 0. */
        double limit() {
            // The middle of n good pictures strays by 1 / n, and by as much more as they are alike.
            double ofMiddles = ofLater;
            for (int f = 0; f < weights.length; f++) {
                ofMiddles +=
                        weights[f] * weights[f] / Math.max(1, references.get(f).size());
            }
            return LIMIT * Math.sqrt(wander * (1 + ofMiddles / INDEPENDENT));
        }

        void reset() {
            Arrays.fill(weights, 0);
            level = 0;
            change = 0;
            seen = 0;
            noticed = 0;
        }
    }
}
