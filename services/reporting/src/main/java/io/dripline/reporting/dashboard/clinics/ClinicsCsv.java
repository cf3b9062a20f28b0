package io.dripline.reporting.dashboard.clinics;

import io.dripline.reporting.completeness.PostedWeeks;
import io.dripline.reporting.dashboard.download.Csv;
import io.dripline.reporting.funnel.ClinicFunnel.FunnelClinic;
import io.dripline.reporting.incidence.IncidenceSum;
import io.dripline.reporting.incidence.Rate;
import io.dripline.statistics.Interval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Clinics beside one another; each line says its unit, numerator, denominator and period. */
final class ClinicsCsv {

    /** Filters that each line has a column of its own for. */
    private static final Set<String> COLUMNS = Set.of("clinic", "unit", "from", "to");

    private ClinicsCsv() {}

    static Csv of(ClinicsView view) {
        Csv csv = new Csv(List.of(
                "clinic",
                "measure",
                "filters",
                "unit",
                "period",
                "affected",
                "exposed",
                "possible",
                "rate",
                "clopper_pearson_95_low",
                "clopper_pearson_95_high",
                "z",
                "limit_95_low",
                "limit_95_high",
                "limit_998_low",
                "limit_998_high",
                "place",
                "sessions_awaiting_review",
                "sessions",
                "weeks_complete",
                "weeks_known",
                "posting_period",
                "last_week",
                "as_of"));
        view.lines().forEach(line -> row(csv, view, line));
        return csv;
    }

    private static void row(Csv csv, ClinicsView view, ClinicLine line) {
        Rate rate = line.rate();
        FunnelClinic compared = line.compared();
        IncidenceSum sessions = line.sessions();
        PostedWeeks posted = line.posted();
        csv.row(
                line.clinic(),
                view.funnel().measure(),
                filters(line.filters()),
                line.unit().name(),
                view.period(),
                rate == null ? null : rate.affected(),
                rate == null ? null : rate.exposed(),
                rate == null ? null : rate.possible(),
                rate == null ? null : rate.rate(),
                low(rate == null ? null : rate.clopperPearson()),
                high(rate == null ? null : rate.clopperPearson()),
                compared == null ? null : compared.z(),
                low(compared == null ? null : compared.limits95()),
                high(compared == null ? null : compared.limits95()),
                low(compared == null ? null : compared.limits998()),
                high(compared == null ? null : compared.limits998()),
                line.place().name(),
                sessions == null ? null : sessions.awaiting(),
                sessions == null ? null : sessions.exposed(),
                posted == null ? null : posted.closed(),
                posted == null ? null : posted.weeks(),
                view.postedPeriod(),
                line.lastWeek() == null ? null : line.lastWeek().toString(),
                view.asOf().iso());
    }

    /** What is filtered by besides the columns. */
    private static String filters(Map<String, String> filters) {
        Map<String, String> besides = new HashMap<>(filters);
        besides.keySet().removeAll(COLUMNS);
        return Csv.filters(besides);
    }

    private static @Nullable Double low(@Nullable Interval interval) {
        return interval == null ? null : interval.low();
    }

    private static @Nullable Double high(@Nullable Interval interval) {
        return interval == null ? null : interval.high();
    }
}
