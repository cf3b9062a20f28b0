package io.dripline.reporting.dashboard.layout;

import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.FigureKind;
import io.dripline.reporting.baseline.NullFromFigure;
import io.dripline.reporting.dashboard.chart.Published;
import io.dripline.statistics.Interval;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was published, as pages write and draw it. */
public final class Literature {

    /** What a page says of what the source does not print. */
    public static final String NOT_STATED = "not stated";

    private static final String UP_TO = "up to ";

    private Literature() {}

    /** The figure in as few characters as it was printed in. */
    public static String printed(Baseline figure) {
        Double high = figure.rangeHigh();
        if (high == null) {
            return figure.printed().split("[,;]", 2)[0].replace("%", "share");
        }
        Double low = figure.rangeLow();
        return low == null
                ? Figures.printed(high)
                : Figures.printed(low).replace(" %", "") + "–" + Figures.printed(high);
    }

    /** The figure letter by letter, with its count or the number of patients. */
    public static String inFull(Baseline figure) {
        OptionalLong affected = NullFromFigure.affected(figure);
        String count = figure.n() != null && affected.isPresent()
                ? " (%s of %s)".formatted(Figures.count(affected.getAsLong()), Figures.count(figure.n()))
                : figure.n() == null ? "" : " (n = %s)".formatted(Figures.count(figure.n()));
        return figure.printed() + count;
    }

    /** Whom it was counted in, as far as the source says. */
    public static String patients(Baseline figure) {
        return words(
                figure.population(),
                figure.indication() == null
                        ? null
                        : Words.value("indication", figure.indication().name()),
                figure.arm() == null ? null : "arm: " + figure.arm(),
                figure.route() == null
                        ? null
                        : Words.value("route", figure.route().name()),
                figure.formulation() == null
                        ? null
                        : Words.value("formulation", figure.formulation().name()),
                figure.dose() == null ? null : "dose: " + figure.dose());
    }

    /** What was counted, over which time and how, as far as the source says. */
    public static String counted(Baseline figure) {
        Unit unit = figure.unit();
        return words(
                figure.measurePrinted(),
                figure.window() == null ? null : "over " + figure.window(),
                unit == null ? null : unit == Unit.FIRST_COURSE ? "each patient once" : Words.units(unit),
                figure.ascertainment() == null
                        ? null
                        : "asked for by "
                                + Words.value(
                                        "ascertainment", figure.ascertainment().name()));
    }

    private static String words(@Nullable String... stated) {
        String words = Stream.of(stated).filter(Objects::nonNull).collect(Collectors.joining(" · "));
        return words.isEmpty() ? NOT_STATED : words;
    }

    /** Who printed it, and where. */
    public static String source(Baseline figure) {
        return figure.study() + ", " + figure.place().split(",", 2)[0];
    }

    /** The range that was printed, from zero where it says "up to"; null where it is one figure or none. */
    public static @Nullable Interval band(Baseline figure) {
        Double high = figure.rangeHigh();
        Double low = figure.rangeLow();
        if (high == null) {
            return null;
        }
        if (low != null) {
            return new Interval(low, high);
        }
        return figure.printed().startsWith(UP_TO) ? new Interval(0, high) : null;
    }

    /** The one figure that was printed; null where it is a range or none. */
    public static @Nullable Double single(Baseline figure) {
        boolean isOne = figure.kind() == FigureKind.PROPORTION || figure.kind() == FigureKind.COUNT;
        return isOne && band(figure) == null ? figure.rangeHigh() : null;
    }

    /** The same across a whole picture; null where no number was printed. */
    public static @Nullable Published across(Baseline figure) {
        Interval band = band(figure);
        if (band != null) {
            return new Published(band.low(), band.high());
        }
        Double single = single(figure);
        return single == null ? null : new Published(null, single);
    }
}
