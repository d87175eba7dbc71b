package io.github.boofdice.decide;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Notices that the traits of accepted parts have moved from those of the good pictures learned from: one control chart a trait.
 *
 * <p>A chart follows the exponentially weighted mean of a trait's ranks among the good pictures of the part's face (S. W. Roberts, "Control chart tests based on
 * geometric moving averages", Technometrics 1 (1959), doi:10.1080/00401706.1959.10489860; the last {@value #MEMORY} parts or so count) and raises an alarm beyond
 * {@value #LIMIT} standard deviations. For independent parts that is one false alarm in 88,000 a chart, and so less than one in 10,000 for all six; from the Markov chain
 * of J. M. Lucas and M. S. Saccucci, Technometrics 32 (1990), doi:10.1080/00401706.1990.10484583. Parts on a line come in runs that look alike: the standard deviation is that of the
 * chart when it is led over the good pictures in the order in which they were taken, but never less than that of independent ones; and it counts that they,
 * and those recalibrated with, are samples.
 *
 * <p>Not thread-safe.
 */
public final class DriftCharts {
    /** Charts need at least this many good pictures. */
    public static final int FEWEST = 20;

    /** How many parts a chart remembers, roughly. */
    static final int MEMORY = 39;

    static final double LIMIT = 4.2;
    private static final double WEIGHT = 2.0 / (MEMORY + 1);
    private static final double INDEPENDENT = WEIGHT / (2 - WEIGHT);

    /** A median of normal values varies by this much more than their mean. */
    private static final double MEDIAN_VARIANCE = Math.PI / 2;

    private final List<List<Traits>> learned;
    private final Map<Trait, Chart> charts = new EnumMap<>(Trait.class);
    private long parts;

    /**
     * @param learned traits of the good pictures of each face, in the order in which they were taken
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

    /** The alarms since the beginning or the last {@link #reset}, the earliest first; what they tell of the level is of now. */
    public List<Alarm> alarms() {
        List<Alarm> alarms = new ArrayList<>();
        charts.forEach((trait, chart) -> {
            if (chart.noticed > 0) {
                alarms.add(new Alarm(trait, chart.change, chart.level / chart.spread, chart.noticed));
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
     * @param level of the chart, in its standard deviations; beyond {@value #LIMIT} when the alarm was raised
     * @param noticed after how many accepted parts
     */
    public record Alarm(Trait trait, double change, double level, long noticed) {}

    private final class Chart {
        private final Trait trait;
        private final List<TraitReference> references;
        private final double spread;
        private double level;
        private double change;
        private long seen;
        private long noticed;

        Chart(Trait trait, int recalibrated) {
            this.trait = trait;
            references = learned.stream()
                    .map(face -> new TraitReference(face, trait))
                    .toList();
            spread = spread(recalibrated);
        }

        /** Standard deviation of the level over parts like those learned from. */
        private double spread(int recalibrated) {
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
            double variance = n == 0 ? INDEPENDENT : Math.max(INDEPENDENT, squares / n);
            // The middle of n good pictures strays as well, by as much more as they are alike.
            double ofLearning = 1.0 / Math.max(1, n);
            double ofLater = recalibrated == 0 ? 0 : MEDIAN_VARIANCE / recalibrated;
            return Math.sqrt(variance * (1 + (ofLearning + ofLater) / INDEPENDENT));
        }

        void add(int face, Traits traits) {
            double value = traits.get(trait);
            TraitReference reference = references.get(face);
            if (Double.isNaN(value) || reference.size() == 0) {
                return;
            }
            level += WEIGHT * (reference.rank(value) - level);
            // The mean of all parts at first, of the recent ones later.
            seen++;
            change += Math.max(WEIGHT, 1.0 / seen) * (value - reference.median() - change);
            if (noticed == 0 && Math.abs(level) > LIMIT * spread) {
                noticed = parts;
            }
        }

        void reset() {
            level = 0;
            change = 0;
            seen = 0;
            noticed = 0;
        }
    }
}
