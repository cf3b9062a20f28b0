package io.dripline.reporting.dashboard.baseline;

import io.dripline.reporting.baseline.BaselineNull;
import io.dripline.reporting.dashboard.baseline.FigureView.NullLine;
import io.dripline.reporting.dashboard.download.Csv;
import io.dripline.reporting.dashboard.download.FigureColumns;
import java.util.List;

/** Published figures with the nulls in force. */
final class CatalogueCsv {

    private CatalogueCsv() {}

    static Csv of(List<FigureView> figures) {
        Csv csv = FigureColumns.before(
                "remark",
                "null",
                "null_ascertainment",
                "null_window",
                "null_overrides_ascertainment",
                "null_overrides_window",
                "null_basis",
                "null_from",
                "null_by",
                "null_at",
                "null_reason");
        for (FigureView view : figures) {
            NullLine line = view.inForce();
            BaselineNull given = line == null ? null : line.given();
            FigureColumns.row(
                    csv,
                    view.figure(),
                    view.figure().remark(),
                    given == null ? null : given.p0(),
                    given == null ? null : given.states().ascertainment(),
                    given == null ? null : given.states().window(),
                    given == null ? null : given.overrides().ascertainment(),
                    given == null ? null : given.overrides().window(),
                    given == null ? null : given.basis(),
                    line == null ? null : line.from(),
                    given == null ? null : given.by(),
                    given == null ? null : given.at(),
                    given == null ? null : given.reason());
        }
        return csv;
    }
}
