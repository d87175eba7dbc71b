package io.github.boofdice.testdata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Counts how boxes that were found agree with the defects of drawn boards: pairs are made one to one, the best overlap first, and count from an overlap
 * (intersection over union) of {@value #OVERLAP}. Not thread-safe.
 */
public final class BoardTally {
    /** From this overlap on a box has found a defect. */
    public static final double OVERLAP = 0.33;

    private final int margin;
    private int matched;
    private int found;
    private int defects;

    /** Counts against the smallest boxes. */
    public BoardTally() {
        this(0);
    }

    /**
     * Counts against wider boxes, as people draw them.
     *
     * @param margin pixels on every side
     */
    public BoardTally(int margin) {
        this.margin = margin;
    }

    private record Match(double overlap, int defect, int box) {}

    /**
     * Counts one board.
     *
     * @param truth its defects
     * @param boxes what was found
     * @return how many of the boxes are none of the defects
     */
    public int add(List<BoardDefect> truth, List<BoardBox> boxes) {
        List<Match> matches = new ArrayList<>();
        for (int d = 0; d < truth.size(); d++) {
            BoardBox drawn = truth.get(d).box().wider(margin);
            for (int b = 0; b < boxes.size(); b++) {
                double overlap = drawn.overlap(boxes.get(b));
                if (overlap >= OVERLAP) {
                    matches.add(new Match(overlap, d, b));
                }
            }
        }
        matches.sort(Comparator.comparingDouble(match -> -match.overlap));
        boolean[] defectTaken = new boolean[truth.size()];
        boolean[] boxTaken = new boolean[boxes.size()];
        int here = 0;
        for (Match match : matches) {
            if (!defectTaken[match.defect] && !boxTaken[match.box]) {
                defectTaken[match.defect] = true;
                boxTaken[match.box] = true;
                here++;
            }
        }
        matched += here;
        found += boxes.size();
        defects += truth.size();
        return boxes.size() - here;
    }

    /** {@return how many defects were found} */
    public int matched() {
        return matched;
    }

    /** {@return how many boxes there were} */
    public int found() {
        return found;
    }

    /** {@return how many defects there were} */
    public int defects() {
        return defects;
    }

    /** {@return the share of boxes that are defects, 1 where there was no box} */
    public double precision() {
        return found == 0 ? 1 : (double) matched / found;
    }

    /** {@return the share of defects that were found, 1 where there was none} */
    public double recall() {
        return defects == 0 ? 1 : (double) matched / defects;
    }

    /** {@return the harmonic mean of both} */
    public double f() {
        return found + defects == 0 ? 1 : 2.0 * matched / (found + defects);
    }
}
