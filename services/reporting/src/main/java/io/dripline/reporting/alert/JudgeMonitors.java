package io.dripline.reporting.alert;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertEvidence;
import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.alert.AlertStep;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.completeness.ClinicWeeks;
import io.dripline.reporting.incidence.CountsSettled;
import io.dripline.reporting.incidence.IncidenceQuestion;
import io.dripline.reporting.incidence.Incidences;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.monitor.MonitorStatus;
import io.dripline.reporting.monitor.Monitors;
import io.dripline.reporting.opinion.ComparableFigures;
import io.dripline.statistics.WeeklyMixture;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Judges the monitors whose counts changed, on a consistent cut, and latches an alert where E reaches the monitor's
 * threshold: once for each monitor, whatever comes later, until that alert is superseded.
 */
@ApplicationScoped
class JudgeMonitors {

    private static final Logger LOG = Logger.getLogger(JudgeMonitors.class);

    /** Monitors that one query can count: those of one cohort. */
    private record Counted(
            Unit unit, Map<String, String> cohort, @Nullable IsoWeek startWeek) {}

    private final Monitors monitors;
    private final Incidences incidences;
    private final Judgements judgements;
    private final Alerts alerts;
    private final Baselines baselines;
    private final ClinicWeeks clinicWeeks;
    private final WeighClosedWeeks weighClosedWeeks;
    private final Clock clock;

    JudgeMonitors(
            Monitors monitors,
            Incidences incidences,
            Judgements judgements,
            Alerts alerts,
            Baselines baselines,
            ClinicWeeks clinicWeeks,
            WeighClosedWeeks weighClosedWeeks,
            Clock clock) {
        this.monitors = monitors;
        this.incidences = incidences;
        this.judgements = judgements;
        this.alerts = alerts;
        this.baselines = baselines;
        this.clinicWeeks = clinicWeeks;
        this.weighClosedWeeks = weighClosedWeeks;
        this.clock = clock;
    }

    void judge(@Observes CountsSettled settled) {
        List<Alert> raised = settled.handle().inTransaction(handle -> judgeWithin(handle, settled));
        raised.forEach(JudgeMonitors::warn);
    }

    private static void warn(Alert alert) {
        LOG.warnf(
                "ALERT %s: %s exceeds %s: %d of %d, ln E %.3f",
                alert.id(), alert.measure(), alert.monitor(), alert.affected(), alert.exposed(), alert.lnE());
    }

    private List<Alert> judgeWithin(Handle handle, CountsSettled settled) {
        alerts.aloneRaising(handle);
        Instant now = clock.instant();
        Set<String> latched = alerts.monitorsLatched(handle);
        Map<Counted, List<Monitor>> groups = new LinkedHashMap<>();
        for (Monitor monitor : monitors.all(handle)) {
            // What a retired monitor raised still stands, and is corrected by what is counted since.
            boolean isJudged = monitor.status() != MonitorStatus.RETIRED || latched.contains(monitor.id());
            if (isJudged && settled.touches(monitor.unit(), monitor.cohort(), monitor.startWeek())) {
                Counted counted = new Counted(monitor.unit(), monitor.cohort(), monitor.startWeek());
                groups.computeIfAbsent(counted, c -> new ArrayList<>()).add(monitor);
            }
        }
        Map<Monitor, Judged> judged = new LinkedHashMap<>();
        groups.forEach((counted, group) -> {
            Map<String, List<JudgedWeek>> weeks = count(handle, counted, group);
            group.forEach(monitor ->
                    judged.put(monitor, judge(monitor, weeks.getOrDefault(monitor.measure(), List.of()), now)));
        });
        Set<String> active = mark(handle, judged.values());
        List<Alert> raised = new ArrayList<>();
        judged.forEach((monitor, outcome) -> {
            if (active.contains(monitor.id())
                    && !latched.contains(monitor.id())
                    && outcome.evidence() != null
                    && outcome.firstCounted() != null
                    && reachesThreshold(monitor, outcome.evidence())) {
                raised.add(
                        raise(handle, monitor, outcome.judgement(), outcome.evidence(), outcome.firstCounted(), now));
            }
        });
        judgements.keep(handle, judged.values().stream().map(Judged::judgement).toList());
        raised.forEach(alert -> alerts.add(handle, alert));
        new MonitorsJudged(settled.everything(), settled.clinics()).announce(handle);
        return raised;
    }

    /** Leaves with the monitors what was judged of them; those that are not active any more are not among the answer. */
    private Set<String> mark(Handle handle, Collection<Judged> outcomes) {
        List<Monitors.Judged> marked = new ArrayList<>();
        for (Judged outcome : outcomes) {
            if (outcome.evidence() != null && outcome.firstCounted() != null) {
                marked.add(new Monitors.Judged(
                        outcome.judgement().monitor(),
                        outcome.firstCounted(),
                        outcome.evidence().lnE()));
            }
        }
        return marked.isEmpty() ? Set.of() : monitors.judged(handle, marked);
    }

    /** Raises, from what was last judged, what a monitor has reached whose alert stands no more. */
    void judgeAgain(Handle handle, String id) {
        Monitor monitor = monitors.find(handle, id).orElseThrow();
        Judgement last = judgements.of(handle, List.of(id)).getOrDefault(id, Judgement.none(id));
        Instant now = clock.instant();
        Judged outcome = judge(monitor, last.weeks(), now);
        if (outcome.evidence() != null && outcome.firstCounted() != null) {
            boolean isActive = mark(handle, List.of(outcome)).contains(id);
            if (isActive && reachesThreshold(monitor, outcome.evidence())) {
                Alert again = raise(handle, monitor, last, outcome.evidence(), outcome.firstCounted(), now);
                alerts.add(handle, again);
                warn(again);
            }
        }
    }

    private Map<String, List<JudgedWeek>> count(Handle handle, Counted counted, List<Monitor> group) {
        List<String> measures = group.stream().map(Monitor::measure).distinct().toList();
        IncidenceQuestion question =
                IncidenceQuestion.weekly(measures, counted.unit(), counted.cohort(), counted.startWeek());
        Map<String, List<JudgedWeek>> weeks = new HashMap<>();
        incidences
                .answer(handle, question)
                .forEach(sum -> weeks.computeIfAbsent(sum.measure(), m -> new ArrayList<>())
                        .add(new JudgedWeek(
                                IsoWeek.parse(String.valueOf(sum.key())),
                                sum.exposed(),
                                sum.affected(),
                                sum.possible(),
                                sum.replaced())));
        return weeks;
    }

    record Judged(
            Judgement judgement,
            @Nullable WeeklyEvidence evidence,
            @Nullable IsoWeek firstCounted) {}

    static Judged judge(Monitor monitor, List<JudgedWeek> weeks, Instant now) {
        IsoWeek frozen = monitor.firstCountedWeek();
        IsoWeek firstCounted = frozen != null
                ? frozen
                : weeks.stream()
                        .filter(week -> week.exposed() > 0)
                        .map(JudgedWeek::week)
                        .findFirst()
                        .orElse(null);
        WeeklyMixture mixture = monitor.mixture();
        if (monitor.status() != MonitorStatus.ACTIVE || mixture == null || firstCounted == null) {
            return new Judged(new Judgement(monitor.id(), now, null, weeks), null, firstCounted);
        }
        WeeklyEvidence evidence = WeeklyEvidence.of(
                mixture, firstCounted, weeks.stream().map(JudgedWeek::count).toList());
        return new Judged(new Judgement(monitor.id(), now, evidence.lnE(), weeks), evidence, firstCounted);
    }

    private static boolean reachesThreshold(Monitor monitor, WeeklyEvidence evidence) {
        return evidence.lnE() >= Math.log(monitor.threshold());
    }

    private Alert raise(
            Handle handle,
            Monitor monitor,
            Judgement judgement,
            WeeklyEvidence evidence,
            IsoWeek firstCounted,
            Instant now) {
        WeeklyMixture mixture = Objects.requireNonNull(monitor.mixture());
        AlertEvidence raisedOn = new AlertEvidence(
                monitor.baseline(),
                mixture.process().p0(),
                monitor.nullStates().ascertainment(),
                monitor.nullStates().window(),
                monitor.alphaShare(),
                mixture.process().prior().a(),
                mixture.process().prior().b(),
                mixture.weights().start(),
                mixture.weights().laterHalfWithin(),
                firstCounted,
                judgement.weeks().stream().map(JudgedWeek::count).toList());
        Promised promised = WeighPromise.ofAlert(
                monitor,
                baselines.get(monitor.baseline()),
                judgement,
                weighClosedWeeks.weigh(handle, monitor, raisedOn, monitor.threshold(), clinicWeeks.open(handle)));
        return new Alert(
                ContractJson.SCHEMA,
                UUID.randomUUID(),
                1,
                monitor.id(),
                monitor.measure(),
                monitor.unit(),
                monitor.cohort(),
                AlertState.RAISED,
                null,
                promised.promise(),
                promised.remarks(),
                judgement.exposed(),
                judgement.affected(),
                evidence.lnE(),
                monitor.threshold(),
                now,
                evidence.highSince(),
                raisedOn,
                Trajectory.of(raisedOn),
                comparable(monitor, judgement).figures(),
                null,
                List.of(new AlertStep(AlertState.RAISED, now, AlertStep.DRIPLINE, null, null)));
    }

    private ComparableFigures comparable(Monitor monitor, Judgement judgement) {
        double rate = (double) judgement.affected() / judgement.exposed();
        return ComparableFigures.beside(baselines, monitor.measure(), monitor.unit(), monitor.cohort(), rate);
    }
}
