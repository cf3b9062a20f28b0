package io.dripline.reporting.dashboard.overview;

import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.dashboard.download.Csv;
import io.dripline.reporting.incidence.Rate;
import io.dripline.statistics.Interval;
import java.util.List;

/** The overview's systems as a file: each line says its unit, numerator, denominator and period. */
final class SystemsCsv {

    private SystemsCsv() {}

    static Csv of(Overview overview) {
        Csv csv = new Csv(List.of(
                "measure",
                "unit",
                "period",
                "affected",
                "exposed",
                "possible",
                "rate",
                "clopper_pearson_95_low",
                "clopper_pearson_95_high",
                "published_as_printed",
                "published_low",
                "published_high",
                "published_by",
                "verdict",
                "as_of"));
        overview.systems().forEach(system -> {
            Rate rate = system.figures().rate();
            Interval interval = rate.clopperPearson();
            Baseline published = system.figures().published();
            csv.row(
                    system.id(),
                    "FIRST_COURSE",
                    overview.period(),
                    rate.affected(),
                    rate.exposed(),
                    rate.possible(),
                    rate.rate(),
                    interval == null ? null : Double.valueOf(interval.low()),
                    interval == null ? null : Double.valueOf(interval.high()),
                    published == null ? null : published.printed(),
                    published == null ? null : published.rangeLow(),
                    published == null ? null : published.rangeHigh(),
                    published == null ? null : published.study() + ", " + published.place(),
                    system.css(),
                    overview.asOf().iso());
        });
        return csv;
    }
}
