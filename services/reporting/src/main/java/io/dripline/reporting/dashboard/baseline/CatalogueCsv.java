package io.dripline.reporting.dashboard.baseline;

import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.BaselineNull;
import io.dripline.reporting.dashboard.baseline.FigureView.NullLine;
import io.dripline.reporting.dashboard.download.Csv;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Published figures with the nulls in force. */
final class CatalogueCsv {

    private CatalogueCsv() {}

    static Csv of(List<FigureView> figures) {
        Csv csv = new Csv(List.of(
                "baseline",
                "study",
                "citation",
                "place",
                "country",
                "measure",
                "measure_as_printed",
                "as_printed",
                "low",
                "high",
                "x",
                "n",
                "unit",
                "window",
                "population",
                "indication",
                "route",
                "formulation",
                "dose",
                "arm",
                "ascertainment",
                "standing",
                "remark",
                "null",
                "null_basis",
                "null_from",
                "null_by",
                "null_at",
                "null_reason"));
        for (FigureView view : figures) {
            Baseline figure = view.figure();
            NullLine line = view.inForce();
            BaselineNull given = line == null ? null : line.given();
            csv.row(
                    figure.id(),
                    figure.study(),
                    figure.citation(),
                    figure.place(),
                    figure.country(),
                    figure.measure(),
                    figure.measurePrinted(),
                    figure.printed(),
                    figure.low(),
                    figure.high(),
                    figure.x(),
                    figure.n(),
                    name(figure.unit()),
                    figure.window(),
                    figure.population(),
                    name(figure.indication()),
                    name(figure.route()),
                    name(figure.formulation()),
                    figure.dose(),
                    figure.arm(),
                    name(figure.ascertainment()),
                    figure.standing().name(),
                    figure.remark(),
                    given == null ? null : given.p0(),
                    given == null ? null : given.basis(),
                    line == null ? null : line.from(),
                    given == null ? null : given.by(),
                    given == null ? null : given.at(),
                    given == null ? null : given.reason());
        }
        return csv;
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
