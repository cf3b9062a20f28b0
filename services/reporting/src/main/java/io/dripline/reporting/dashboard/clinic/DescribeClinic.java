package io.dripline.reporting.dashboard.clinic;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Measures;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.comparison.Comparison;
import io.dripline.reporting.dashboard.chart.PercentAxis;
import io.dripline.reporting.dashboard.clinic.ClinicView.OwnAlert;
import io.dripline.reporting.dashboard.clinic.ClinicView.OwnSystem;
import io.dripline.reporting.dashboard.layout.AlertWords;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.Literature;
import io.dripline.reporting.dashboard.layout.ShownTime;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.dashboard.overview.DescribeSystem;
import io.dripline.reporting.incidence.IncidenceSum;
import io.dripline.reporting.incidence.Rate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From facts to the words and pictures of a clinic's own rates. */
final class DescribeClinic {

    private static final double SHORTEST_AXIS = 0.1;

    /** Weeks of the trend, this one among them. */
    private static final int TREND_WEEKS = 26;

    private final Baselines baselines;
    private final DescribeSystem describeSystem;

    DescribeClinic(Baselines baselines) {
        this.baselines = baselines;
        this.describeSystem = new DescribeSystem(baselines);
    }

    ClinicView describe(ClinicFacts facts) {
        IsoWeek trendFrom = facts.thisWeek().plus(1 - TREND_WEEKS);
        List<DescribeSystem.Subject> subjects = ShowClinic.MEASURES.stream()
                .map(measure -> subject(facts, measure, trendFrom))
                .toList();
        PercentAxis axis = PercentAxis.reaching(
                subjects.stream().mapToDouble(describeSystem::reach).max().orElse(0), SHORTEST_AXIS);
        List<OwnAlert> open = facts.alerts().stream()
                .filter(alert -> !AlertWords.isSettled(alert))
                .map(this::alert)
                .toList();
        return new ClinicView(
                open.isEmpty()
                        ? "● No alert is open at %s.".formatted(facts.clinic())
                        : "▲ %s at %s."
                                .formatted(
                                        open.size() == 1
                                                ? "1 alert is open"
                                                : Figures.count(open.size()) + " alerts are open",
                                        facts.clinic()),
                open.isEmpty() ? "calm" : "attention",
                open,
                subjects.stream()
                        .map(subject -> new OwnSystem(
                                describeSystem.line(subject, axis, trendFrom, facts.thisWeek()),
                                OtherClinics.rate(facts.everybodyOf(subject.measure()), facts.clinic())))
                        .toList(),
                axis,
                period(facts.weeksOf(Measures.ANY)),
                new ShownTime(facts.asOf()),
                facts.notCurrent());
    }

    private static DescribeSystem.Subject subject(ClinicFacts facts, String measure, IsoWeek trendFrom) {
        List<IncidenceSum> weeks = facts.weeksOf(measure);
        return new DescribeSystem.Subject(
                measure,
                Rate.of(
                        null,
                        weeks.stream().mapToLong(IncidenceSum::exposed).sum(),
                        weeks.stream().mapToLong(IncidenceSum::affected).sum(),
                        weeks.stream().mapToLong(IncidenceSum::possible).sum()),
                facts.comparisons().stream()
                        .filter(comparison -> comparison.measure().equals(measure) && isOfThePage(comparison))
                        .findFirst()
                        .orElse(null),
                weeks.stream()
                        .filter(sum -> IsoWeek.parse(String.valueOf(sum.key())).compareTo(trendFrom) >= 0)
                        .toList());
    }

    /** Officers' monitors may count other units, or a part of the clinic's patients. */
    private static boolean isOfThePage(Comparison comparison) {
        return comparison.unit() == Unit.FIRST_COURSE && comparison.cohort().size() == 1;
    }

    private static @Nullable String period(List<IncidenceSum> weeks) {
        List<String> exposed = weeks.stream()
                .filter(week -> week.exposed() > 0)
                .map(week -> String.valueOf(week.key()))
                .sorted()
                .toList();
        return exposed.isEmpty() ? null : "weeks %s to %s".formatted(exposed.getFirst(), exposed.getLast());
    }

    private OwnAlert alert(Alert alert) {
        return new OwnAlert(
                Words.measure(alert.measure()),
                "%s of %s %s (%s)"
                        .formatted(
                                Figures.count(alert.affected()),
                                Figures.count(alert.exposed()),
                                Words.units(alert.unit()),
                                Figures.percent((double) alert.affected() / alert.exposed())),
                Literature.printed(baselines.get(alert.evidence().baseline())),
                alert.highSinceWeek().toString(),
                new ShownTime(alert.raisedAt()),
                AlertWords.of(alert),
                Words.promise(alert.promise()));
    }
}
