package io.dripline.reporting.dashboard.measure;

import io.dripline.reporting.dashboard.chart.Drawing;
import io.dripline.reporting.dashboard.download.Csv;
import io.dripline.reporting.dashboard.download.Download;
import io.dripline.reporting.dashboard.download.FigureColumns;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be taken away of a measure's page; each line of a file says its unit, numerator, denominator and period. */
enum MeasureFile {
    WEEKLY_SVG,
    WEEKLY_CSV,
    EVIDENCE_SVG,
    EVIDENCE_CSV,
    STUDIES_SVG,
    STUDIES_CSV,
    TERMS_CSV;

    private String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    static Optional<MeasureFile> named(String file) {
        return Arrays.stream(values())
                .filter(one -> one.fileName().equals(file))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(MeasureFile::fileName).collect(Collectors.joining(", "));
    }

    Response of(MeasureView view) {
        String name = "dripline-%s-%s"
                .formatted(view.id(), fileName().substring(0, fileName().indexOf('.')));
        return switch (this) {
            case WEEKLY_SVG -> Download.svg(name, drawn(view.weekly()));
            case EVIDENCE_SVG ->
                Download.svg(
                        name,
                        drawn(view.evidence() == null ? null : view.evidence().picture()));
            case STUDIES_SVG -> Download.svg(name, view.forest());
            case WEEKLY_CSV -> Download.csv(name, weekly(view));
            case EVIDENCE_CSV -> Download.csv(name, evidence(view));
            case STUDIES_CSV -> Download.csv(name, studies(view));
            case TERMS_CSV -> Download.csv(name, terms(view));
        };
    }

    private Drawing drawn(@Nullable Drawing drawing) {
        if (drawing == null) {
            throw HttpProblem.valueOf(
                    Response.Status.NOT_FOUND, "There is nothing to draw in %s yet.".formatted(fileName()));
        }
        return drawing;
    }

    private static Csv weekly(MeasureView view) {
        Csv csv = new Csv(List.of(
                "measure",
                "filters",
                "unit",
                "week",
                "affected",
                "exposed",
                "possible",
                "rate",
                "clopper_pearson_95_low",
                "clopper_pearson_95_high",
                "as_of"));
        view.weeks()
                .forEach(week -> csv.row(
                        view.id(),
                        view.shown().filters(),
                        view.shown().unit().name(),
                        week.week().toString(),
                        week.counted().affected(),
                        week.counted().exposed(),
                        week.counted().possible(),
                        week.proportion(),
                        week.exact().low(),
                        week.exact().high(),
                        view.asOf().iso()));
        return csv;
    }

    private static Csv evidence(MeasureView view) {
        Csv csv = new Csv(List.of("monitor", "measure", "filters", "unit", "week", "ln_e", "threshold_e", "as_of"));
        EvidenceView evidence = view.evidence();
        if (evidence != null) {
            evidence.points()
                    .forEach(line -> csv.row(
                            evidence.comparison().monitor(),
                            view.id(),
                            view.shown().filters(),
                            view.shown().unit().name(),
                            line.week(),
                            line.point().lnE(),
                            evidence.comparison().threshold(),
                            view.asOf().iso()));
        }
        return csv;
    }

    private static Csv studies(MeasureView view) {
        Csv csv = FigureColumns.before(
                "comparable",
                "why",
                "observed_affected",
                "observed_exposed",
                "observed_unit",
                "observed_filters",
                "observed_period");
        view.studies()
                .forEach(study -> FigureColumns.row(
                        csv,
                        study.figure(),
                        study.resemblance().name(),
                        String.join(" ", study.why()),
                        view.total().affected(),
                        view.total().exposed(),
                        view.shown().unit().name(),
                        view.shown().filters(),
                        view.period()));
        return csv;
    }

    private static Csv terms(MeasureView view) {
        Csv csv = new Csv(List.of("measure", "term", "filters", "unit", "period", "affected", "exposed", "as_of"));
        view.terms()
                .forEach(term -> csv.row(
                        view.id(),
                        term.id(),
                        view.shown().filters(),
                        view.shown().unit().name(),
                        view.period(),
                        term.affected(),
                        view.total().exposed(),
                        view.asOf().iso()));
        return csv;
    }
}
