package io.github.boofdice;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a line stands against what was learned.
 *
 * @param accepted parts seen that were accepted
 * @param rejected parts seen that were rejected; they are only counted
 * @param drifts what has moved, the earliest noticed first; empty while all is as learned
 */
public record DriftReport(long accepted, long rejected, List<Drift> drifts) {
    /** Copies the list. */
    public DriftReport {
        drifts = List.copyOf(drifts);
    }

    /**
     * Tells whether anything has moved.
     *
     * @return true once a drift was noticed
     */
    public boolean drifted() {
        return !drifts.isEmpty();
    }

    /**
     * Says it in one sentence.
     *
     * @return for example {@code "after 61 accepted parts: the contrast is 0.93 times that of the good pictures"}
     */
    public String explain() {
        if (drifts.isEmpty()) {
            return "no drift in " + accepted + " accepted parts";
        }
        return drifts.stream()
                .map(drift -> "after " + drift.noticedAfter() + " accepted parts: " + drift.explain())
                .collect(Collectors.joining("; "));
    }
}
