package io.github.boofdice.report;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Keeps the few of many that rank highest, while thousands go by; what is not kept is never made. */
final class BestOf<T> {
    private final int most;
    private final TreeMap<Place, T> kept =
            new TreeMap<>(Comparator.comparingDouble(Place::rank).reversed().thenComparing(Place::name));
    private long offered;

    /** @param most how many are kept, at least 1 */
    BestOf(int most) {
        this.most = most;
    }

    /** Offers one; of equal ranks the name that sorts first is kept, so that the order of offers does not matter. */
    void offer(double rank, String name, Supplier<T> made) {
        offered++;
        Place place = new Place(rank, name);
        if (kept.size() == most && kept.comparator().compare(place, kept.lastKey()) > 0) {
            return;
        }
        kept.put(place, made.get());
        if (kept.size() > most) {
            kept.pollLastEntry();
        }
    }

    /** How many were offered. */
    long offered() {
        return offered;
    }

    /** What is kept, the highest rank first. */
    List<T> best() {
        return List.copyOf(kept.values());
    }

    private record Place(double rank, String name) {}
}
