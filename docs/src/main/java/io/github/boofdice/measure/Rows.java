package io.github.boofdice.measure;

import java.util.ArrayList;
import java.util.List;

/** All that is measured, in the order in which it is measured and shown. */
final class Rows {
    private Rows() {}

    static List<Row> all() {
        List<Row> rows = new ArrayList<>();
        rows.addAll(UprightRows.ROWS);
        rows.add(RatesRow.ROW);
        rows.add(RobustRow.ROW);
        rows.add(DirectRow.ROW);
        rows.add(RecalibratedRow.ROW);
        rows.add(DriftRow.ROW);
        rows.add(SensitivityRow.ROW);
        rows.add(SensitivityRow.COMBINED);
        rows.add(BoardsRow.ROW);
        rows.addAll(TurnedRows.ROWS);
        rows.add(RenderedRow.ROW);
        rows.add(UnlabelledRow.ROW);
        rows.add(FewPicturesRow.ROW);
        rows.addAll(TimeRows.ROWS);
        rows.add(PoseErrorRow.ROW);
        rows.addAll(NetworkRows.ROWS);
        rows.addAll(TrainedRows.ROWS);
        return List.copyOf(rows);
    }
}
