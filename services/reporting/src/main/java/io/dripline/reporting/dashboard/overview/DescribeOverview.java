package io.dripline.reporting.dashboard.overview;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.coding.Category;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Measures;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.comparison.Comparison;
import io.dripline.reporting.completeness.PostedWeeks;
import io.dripline.reporting.dashboard.chart.PercentAxis;
import io.dripline.reporting.dashboard.layout.Addresses;
import io.dripline.reporting.dashboard.layout.AlertWords;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.Literature;
import io.dripline.reporting.dashboard.layout.ShownTime;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.dashboard.overview.Overview.ClinicCell;
import io.dripline.reporting.dashboard.overview.Overview.ClinicLine;
import io.dripline.reporting.dashboard.overview.Overview.Headline;
import io.dripline.reporting.dashboard.overview.Overview.OpenAlert;
import io.dripline.reporting.dashboard.overview.Overview.SettledAlert;
import io.dripline.reporting.incidence.IncidenceSum;
import io.dripline.reporting.incidence.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From facts to the words and pictures of the overview. */
final class DescribeOverview {

    private static final List<Category> SYSTEMS =
            List.of(Category.CNS, Category.GI, Category.CARDIOVASCULAR, Category.HEPATIC, Category.UROGENITAL);

    private static final double SHORTEST_AXIS = 0.1;

    private final Baselines baselines;
    private final DescribeSystem describeSystem;

    DescribeOverview(Baselines baselines) {
        this.baselines = baselines;
        this.describeSystem = new DescribeSystem(baselines);
    }

    Overview describe(OverviewFacts facts) {
        List<DescribeSystem.Subject> subjects = subjects(facts);
        PercentAxis axis = PercentAxis.reaching(
                subjects.stream().mapToDouble(describeSystem::reach).max().orElse(0), SHORTEST_AXIS);
        List<Alert> open = facts.alerts().stream()
                .filter(alert -> !AlertWords.isSettled(alert))
                .toList();
        return new Overview(
                headline(open),
                open.stream().map(this::openAlert).toList(),
                facts.alerts().stream()
                        .filter(AlertWords::isSettled)
                        .map(DescribeOverview::settledAlert)
                        .toList(),
                subjects.stream()
                        .map(subject -> describeSystem.line(subject, axis, facts.trendFrom(), facts.thisWeek()))
                        .toList(),
                axis,
                period(facts.weeksOf(Measures.ANY)),
                posting(facts),
                SYSTEMS.stream().map(system -> Words.measure(system.name())).toList(),
                clinics(facts),
                "%s of %s"
                        .formatted(
                                Figures.printed(facts.officers().left()),
                                Figures.printed(facts.officers().share())),
                new ShownTime(facts.asOf()),
                facts.notCurrent());
    }

    private static Headline headline(List<Alert> open) {
        long unseen = open.stream()
                .filter(alert -> alert.state() == AlertState.RAISED)
                .count();
        if (open.isEmpty()) {
            return new Headline("calm", "● No alert is open.");
        }
        String alerts = open.size() == 1 ? "1 alert is open" : Figures.count(open.size()) + " alerts are open";
        return unseen == 0
                ? new Headline("watch", "◆ %s, all acknowledged.".formatted(alerts))
                : new Headline("attention", "▲ %s, %s.".formatted(alerts, unseen(unseen, open.size())));
    }

    private static String unseen(long unseen, int open) {
        if (unseen < open) {
            return Figures.count(unseen) + " not acknowledged yet";
        }
        return open == 1 ? "not acknowledged yet" : "none acknowledged yet";
    }

    /** No monitor watches ANY from the start, for what was printed of it is one figure and flagged; officers may make one. */
    private static List<DescribeSystem.Subject> subjects(OverviewFacts facts) {
        List<DescribeSystem.Subject> subjects = new ArrayList<>();
        subjects.add(subject(
                facts,
                Measures.ANY,
                overAllClinics(facts.comparisons(), Measures.ANY).findFirst().orElse(null)));
        for (Category system : SYSTEMS) {
            overAllClinics(facts.comparisons(), system.name())
                    .map(comparison -> subject(facts, system.name(), comparison))
                    .forEach(subjects::add);
        }
        return subjects;
    }

    /** Its rate is that of all weeks, whenever its monitor began to count. */
    private static DescribeSystem.Subject subject(
            OverviewFacts facts, String measure, @Nullable Comparison comparison) {
        List<IncidenceSum> weeks = facts.weeksOf(measure);
        IsoWeek from = facts.trendFrom();
        return new DescribeSystem.Subject(
                measure,
                total(weeks),
                comparison,
                weeks.stream()
                        .filter(sum -> IsoWeek.parse(String.valueOf(sum.key())).compareTo(from) >= 0)
                        .toList());
    }

    private static Rate total(List<IncidenceSum> weeks) {
        return Rate.of(
                null,
                weeks.stream().mapToLong(IncidenceSum::exposed).sum(),
                weeks.stream().mapToLong(IncidenceSum::affected).sum(),
                weeks.stream().mapToLong(IncidenceSum::possible).sum());
    }

    private static Stream<Comparison> overAllClinics(List<Comparison> comparisons, String measure) {
        return comparisons.stream()
                .filter(c -> c.measure().equals(measure) && c.cohort().isEmpty() && countsPatients(c))
                .limit(1);
    }

    /** Officers' monitors may count courses or sessions, which are not shown as first courses. */
    private static boolean countsPatients(Comparison comparison) {
        return comparison.unit() == Unit.FIRST_COURSE;
    }

    private static @Nullable String period(List<IncidenceSum> weeks) {
        List<String> exposed = weeks.stream()
                .filter(week -> week.exposed() > 0)
                .map(week -> String.valueOf(week.key()))
                .sorted()
                .toList();
        return exposed.isEmpty() ? null : "weeks %s to %s".formatted(exposed.getFirst(), exposed.getLast());
    }

    private static @Nullable String posting(OverviewFacts facts) {
        int weeks = facts.posted().stream().mapToInt(PostedWeeks::weeks).sum();
        int closed = facts.posted().stream().mapToInt(PostedWeeks::closed).sum();
        return weeks == 0
                ? null
                : "%s of %s clinic-weeks from %s to %s"
                        .formatted(Figures.count(closed), Figures.count(weeks), facts.postedFrom(), facts.postedTo());
    }

    private static SettledAlert settledAlert(Alert alert) {
        return new SettledAlert(
                alert.id().toString(),
                Words.measure(alert.measure()),
                Words.cohort(alert.cohort()),
                new ShownTime(alert.raisedAt()),
                AlertWords.of(alert));
    }

    private OpenAlert openAlert(Alert alert) {
        return new OpenAlert(
                alert.id().toString(),
                Words.measure(alert.measure()),
                Words.cohort(alert.cohort()),
                AlertWords.of(alert),
                "%s of %s %s (%s)"
                        .formatted(
                                Figures.count(alert.affected()),
                                Figures.count(alert.exposed()),
                                Words.units(alert.unit()),
                                Figures.percent((double) alert.affected() / alert.exposed())),
                Literature.printed(baselines.get(alert.evidence().baseline())),
                alert.highSinceWeek().toString(),
                new ShownTime(alert.raisedAt()),
                Figures.eValue(alert.lnE()),
                Figures.count(Math.round(alert.threshold())),
                Words.promise(alert.promise()),
                String.join(" ", alert.promiseRemarks()));
    }

    private static List<ClinicLine> clinics(OverviewFacts facts) {
        Map<String, Map<String, Comparison>> byClinic = new TreeMap<>();
        for (Comparison comparison : facts.comparisons()) {
            String clinic = comparison.cohort().get("clinic");
            if (clinic != null && comparison.cohort().size() == 1 && countsPatients(comparison)) {
                byClinic.computeIfAbsent(clinic, c -> new TreeMap<>()).putIfAbsent(comparison.measure(), comparison);
            }
        }
        Map<String, PostedWeeks> posted =
                facts.posted().stream().collect(Collectors.toMap(PostedWeeks::clinic, Function.identity()));
        return byClinic.entrySet().stream()
                .map(clinic -> new ClinicLine(
                        clinic.getKey(),
                        SYSTEMS.stream()
                                .map(system -> cell(
                                        clinic.getKey(),
                                        system,
                                        clinic.getValue().get(system.name())))
                                .toList(),
                        posting(posted.get(clinic.getKey()))))
                .toList();
    }

    private static @Nullable String posting(@Nullable PostedWeeks posted) {
        return posted == null ? null : "%d of %d".formatted(posted.closed(), posted.weeks());
    }

    /** A system keeps its column, too, where its monitor was retired. */
    private static ClinicCell cell(String clinic, Category system, @Nullable Comparison comparison) {
        if (comparison == null) {
            return new ClinicCell(
                    Addresses.measure(system.name(), Map.of("clinic", clinic)),
                    "UNWATCHED",
                    "–",
                    "Not watched by a monitor",
                    "",
                    "");
        }
        String verdict = Words.verdict(comparison.verdict());
        return new ClinicCell(
                Addresses.measure(comparison.measure(), comparison.cohort()),
                comparison.verdict().name(),
                verdict.substring(0, 1),
                verdict.substring(2),
                comparison.rate() == null ? DescribeSystem.NOTHING : Figures.percent(comparison.rate()),
                comparison.exposed() == 0
                        ? ""
                        : "%s of %s"
                                .formatted(Figures.count(comparison.affected()), Figures.count(comparison.exposed())));
    }
}
