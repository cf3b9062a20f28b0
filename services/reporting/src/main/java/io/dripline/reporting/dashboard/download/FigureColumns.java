package io.dripline.reporting.dashboard.download;

import io.dripline.reporting.baseline.Baseline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns in which every file says what was published. */
public final class FigureColumns {

    private static final List<String> NAMES = List.of(
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
            "standing");

    private FigureColumns() {}

    /** A file of them. @param more names of its further columns */
    public static Csv before(String... more) {
        return new Csv(Stream.concat(NAMES.stream(), Arrays.stream(more)).toList());
    }

    /** A line of such a file. @param more in its further columns */
    public static void row(Csv csv, Baseline figure, @Nullable Object... more) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(figure.id());
        cells.add(figure.study());
        cells.add(figure.citation());
        cells.add(figure.place());
        cells.add(figure.country());
        cells.add(figure.measure());
        cells.add(figure.measurePrinted());
        cells.add(figure.printed());
        cells.add(figure.low());
        cells.add(figure.high());
        cells.add(figure.x());
        cells.add(figure.n());
        cells.add(name(figure.unit()));
        cells.add(figure.window());
        cells.add(figure.population());
        cells.add(name(figure.indication()));
        cells.add(name(figure.route()));
        cells.add(name(figure.formulation()));
        cells.add(figure.dose());
        cells.add(figure.arm());
        cells.add(name(figure.ascertainment()));
        cells.add(figure.standing().name());
        for (@Nullable Object cell : more) {
            cells.add(cell);
        }
        csv.row(cells.toArray());
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
