package io.dripline.reporting.dashboard;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.coding.Category;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.comparison.Comparison;
import io.dripline.reporting.dashboard.Overview.ClinicCell;
import io.dripline.reporting.dashboard.Overview.ClinicLine;
import io.dripline.reporting.dashboard.Overview.OpenAlert;
import io.dripline.reporting.dashboard.Overview.SettledAlert;
import io.dripline.reporting.dashboard.Overview.Stretch;
import io.dripline.reporting.dashboard.Overview.SystemLine;
import io.dripline.statistics.Interval;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From comparisons and alerts to the words and lengths of the overview. */
final class DescribeOverview {

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final List<Category> SYSTEMS =
            List.of(Category.CNS, Category.GI, Category.CARDIOVASCULAR, Category.HEPATIC, Category.UROGENITAL);
    private static final String NOTHING = "–";

    private final Baselines baselines;

    DescribeOverview(Baselines baselines) {
        this.baselines = baselines;
    }

    Overview describe(List<Comparison> comparisons, List<Alert> alerts, Instant asOf, @Nullable String notCurrent) {
        List<Comparison> everywhere = SYSTEMS.stream()
                .flatMap(system -> overAllClinics(comparisons, system))
                .toList();
        IncidenceAxis axis = IncidenceAxis.reaching(everywhere.stream()
                .flatMap(comparison -> Stream.of(upperEnd(comparison), publishedHigh(comparison)))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0));
        return new Overview(
                axis,
                alerts.stream()
                        .filter(alert -> !isSettled(alert))
                        .map(this::openAlert)
                        .toList(),
                alerts.stream()
                        .filter(DescribeOverview::isSettled)
                        .map(DescribeOverview::settledAlert)
                        .toList(),
                everywhere.stream().map(comparison -> line(comparison, axis)).toList(),
                SYSTEMS.stream().map(system -> name(system.name())).toList(),
                clinics(comparisons),
                TIME.format(asOf),
                notCurrent);
    }

    private static Stream<Comparison> overAllClinics(List<Comparison> comparisons, Category system) {
        return comparisons.stream()
                .filter(c -> c.measure().equals(system.name()) && c.cohort().isEmpty() && countsPatients(c))
                .limit(1);
    }

    /** Officers' monitors may count courses or sessions, which are not shown as first courses. */
    private static boolean countsPatients(Comparison comparison) {
        return comparison.unit() == Unit.FIRST_COURSE;
    }

    private SystemLine line(Comparison comparison, IncidenceAxis axis) {
        Baseline baseline = baselines.get(comparison.baseline());
        Interval interval = comparison.clopperPearson();
        double rate = comparison.rate() == null ? 0 : comparison.rate();
        long awaiting = comparison.possible() - comparison.affected();
        return new SystemLine(
                name(comparison.measure()),
                comparison.verdict(),
                VerdictWords.of(comparison.verdict()),
                VerdictWords.of(comparison.promise()),
                band(baseline, axis),
                interval == null ? null : new Stretch(axis.x(interval.low()), axis.x(interval.high())),
                axis.x(rate),
                awaiting == 0
                        ? null
                        : new Stretch(axis.x(rate), axis.x((double) comparison.possible() / comparison.exposed())),
                comparison.rate() == null ? NOTHING : Shares.percent(rate),
                counts(comparison),
                awaiting == 0 ? null : Shares.count(awaiting) + " await coding",
                published(baseline),
                baseline.study() + ", " + baseline.place().split(",", 2)[0],
                evidencePercent(comparison),
                evidence(comparison),
                spoken(comparison, baseline));
    }

    private static @Nullable Stretch band(Baseline baseline, IncidenceAxis axis) {
        Double high = baseline.rangeHigh();
        if (high == null) {
            return null;
        }
        return new Stretch(axis.x(baseline.rangeLow() == null ? 0 : baseline.rangeLow()), axis.x(high));
    }

    private @Nullable Double publishedHigh(Comparison comparison) {
        return baselines.get(comparison.baseline()).rangeHigh();
    }

    private static @Nullable Double upperEnd(Comparison comparison) {
        Interval interval = comparison.clopperPearson();
        // A handful of exposures has an interval over half of the axis; it may run out of the picture.
        return interval == null || comparison.exposed() < 10 ? null : Double.valueOf(Math.min(interval.high(), 0.6));
    }

    private static String published(Baseline baseline) {
        Double high = baseline.rangeHigh();
        if (high == null) {
            return baseline.printed().split("[,;]", 2)[0].replace("%", "share");
        }
        Double low = baseline.rangeLow();
        return low == null ? Shares.printed(high) : Shares.printed(low).replace(" %", "") + "–" + Shares.printed(high);
    }

    private static String counts(Comparison comparison) {
        Interval interval = comparison.clopperPearson();
        if (interval == null) {
            return "no first course yet";
        }
        return "%s of %s, %s to %s"
                .formatted(
                        Shares.count(comparison.affected()),
                        Shares.count(comparison.exposed()),
                        Shares.percent(interval.low()),
                        Shares.percent(interval.high()));
    }

    private static long evidencePercent(Comparison comparison) {
        Double lnE = comparison.lnE();
        if (lnE == null) {
            return 0;
        }
        return Math.round(100 * Math.max(0, Math.min(1, lnE / Math.log(comparison.threshold()))));
    }

    private static String evidence(Comparison comparison) {
        Double lnE = comparison.lnE();
        return lnE == null
                ? "waits for a null"
                : "E is %s, alert at %s".formatted(eValue(lnE), Shares.count(Math.round(comparison.threshold())));
    }

    /** An e-value as a reader can compare it with its threshold; large ones by their power of ten. */
    private static String eValue(double lnE) {
        double log10 = lnE / Math.log(10);
        if (log10 >= 6) {
            return String.format(Locale.ROOT, "10^%.0f", Math.floor(log10));
        }
        double e = Math.exp(lnE);
        return e >= 10 ? Shares.count(Math.round(e)) : String.format(Locale.ROOT, "%.2f", e);
    }

    private static String spoken(Comparison comparison, Baseline baseline) {
        return "observed %s, %s; published %s"
                .formatted(
                        comparison.rate() == null ? "nothing" : Shares.percent(comparison.rate()),
                        counts(comparison),
                        published(baseline));
    }

    private static boolean isSettled(Alert alert) {
        return alert.state() == AlertState.CLOSED || alert.state() == AlertState.SUPERSEDED;
    }

    private static SettledAlert settledAlert(Alert alert) {
        return new SettledAlert(
                name(alert.measure()), where(alert), TIME.format(alert.raisedAt()), AlertWords.of(alert));
    }

    private static String where(Alert alert) {
        return alert.cohort().isEmpty()
                ? "all clinics"
                : String.join(", ", alert.cohort().values());
    }

    private OpenAlert openAlert(Alert alert) {
        return new OpenAlert(
                name(alert.measure()),
                where(alert),
                AlertWords.of(alert),
                "%s of %s first courses (%s)"
                        .formatted(
                                Shares.count(alert.affected()),
                                Shares.count(alert.exposed()),
                                Shares.percent((double) alert.affected() / alert.exposed())),
                published(baselines.get(alert.evidence().baseline())),
                alert.highSinceWeek().toString(),
                TIME.format(alert.raisedAt()),
                eValue(alert.lnE()),
                Shares.count(Math.round(alert.threshold())),
                VerdictWords.of(alert.promise()),
                String.join(" ", alert.promiseRemarks()));
    }

    private static List<ClinicLine> clinics(List<Comparison> comparisons) {
        Map<String, Map<String, Comparison>> byClinic = new TreeMap<>();
        for (Comparison comparison : comparisons) {
            String clinic = comparison.cohort().get("clinic");
            if (clinic != null && comparison.cohort().size() == 1 && countsPatients(comparison)) {
                byClinic.computeIfAbsent(clinic, c -> new TreeMap<>()).putIfAbsent(comparison.measure(), comparison);
            }
        }
        return byClinic.entrySet().stream()
                .map(clinic -> new ClinicLine(
                        clinic.getKey(),
                        SYSTEMS.stream()
                                .flatMap(system ->
                                        Stream.ofNullable(clinic.getValue().get(system.name())))
                                .map(DescribeOverview::cell)
                                .toList()))
                .toList();
    }

    private static ClinicCell cell(Comparison comparison) {
        return new ClinicCell(
                comparison.verdict(),
                VerdictWords.of(comparison.verdict()).substring(0, 1),
                comparison.rate() == null ? NOTHING : Shares.percent(comparison.rate()),
                comparison.exposed() == 0
                        ? ""
                        : "%s of %s"
                                .formatted(Shares.count(comparison.affected()), Shares.count(comparison.exposed())));
    }

    private static String name(String measure) {
        return switch (measure) {
            case "CNS" -> "Central nervous system";
            case "GI" -> "Gastrointestinal";
            case "CARDIOVASCULAR" -> "Cardiovascular";
            case "HEPATIC" -> "Hepatic";
            case "UROGENITAL" -> "Urogenital";
            default -> measure;
        };
    }
}
