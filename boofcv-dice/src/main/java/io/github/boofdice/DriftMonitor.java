package io.github.boofdice;

import io.github.boofdice.decide.DriftCharts;

/**
 * Watches a line: fed with every inspection, it says when the accepted parts have moved from those learned from, in score, contrast or place, long before good
 * parts are rejected.
 *
 * <pre>{@code
 * DriftMonitor monitor = inspector.watch();
 * DriftReport report = monitor.add(inspector.inspect(picture));
 * if (report.drifted()) {
 *     System.out.println(report.explain());
 * }
 * }</pre>
 *
 * <p>A control chart follows each of six traits; {@link DriftCharts} states the test. While parts come like those learned from, less than one in 10,000 raises a
 * false alarm, whatever the mix of faces. Rejected parts are counted, but say nothing about good ones. No picture is kept. Safe for several threads.
 *
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/Production.html">Tutorial: production</a>
 */
public final class DriftMonitor {
    private final DiceInspector inspector;
    private final DriftCharts charts;
    private long accepted;
    private long rejected;

    DriftMonitor(DiceInspector inspector) {
        this.inspector = inspector;
        try {
            charts = new DriftCharts(
                    inspector.traitsOfAccepted(),
                    inspector.learned().calibration().level().pictures());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /**
     * Notes an inspection.
     *
     * @param found by the inspector that is watched
     * @return how things stand
     * @throws IllegalArgumentException if it was found by an inspector with other faces
     */
    public synchronized DriftReport add(Inspection found) {
        int face = inspector.index(found.face());
        if (found.anomalous()) {
            rejected++;
        } else {
            accepted++;
            charts.add(face, inspector.traits(found));
        }
        return report();
    }

    /**
     * How things stand.
     *
     * @return what was noticed since the beginning or the last {@link #reset}
     */
    public synchronized DriftReport report() {
        return new DriftReport(
                accepted, rejected, charts.alarms().stream().map(Drift::of).toList());
    }

    /** Forgets all that was seen, after the cause was mended, say. After {@link DiceInspector#recalibrate} watch the new inspector instead. */
    public synchronized void reset() {
        accepted = 0;
        rejected = 0;
        charts.reset();
    }
}
