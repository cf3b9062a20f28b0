package io.dripline.reporting.monitor;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.BaselineNull;
import io.dripline.reporting.baseline.BaselineNulls;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.baseline.StudyCohort;
import io.dripline.reporting.monitor.RecentExposures.Spread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Suggests a monitor for each figure that has a null, of a study whose cohort the sessions of the last half year resemble,
 * unless there is one.
 */
@ApplicationScoped
public class SuggestMonitors {

    private static final int WEEKS = 26;

    private final Jdbi jdbi;
    private final Baselines baselines;
    private final BaselineNulls nulls;
    private final Monitors monitors;
    private final Clock clock;

    SuggestMonitors(Jdbi jdbi, Baselines baselines, BaselineNulls nulls, Monitors monitors, Clock clock) {
        this.jdbi = jdbi;
        this.baselines = baselines;
        this.nulls = nulls;
        this.monitors = monitors;
        this.clock = clock;
    }

    /** What is comparable in most aspects first, then what has most exposures. */
    public List<Suggestion> suggest() {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, this::suggest);
    }

    private List<Suggestion> suggest(Handle handle) {
        IsoWeek to = IsoWeek.of(clock.instant().atOffset(ZoneOffset.UTC).toLocalDate());
        IsoWeek from = to.plus(1 - WEEKS);
        List<Baseline> figures =
                baselines.all().stream().filter(SuggestMonitors::isOfAStudy).toList();
        Map<String, List<BaselineNull>> nullsOf = nulls.of(handle, figures);
        List<Monitor> watched = monitors.all(handle);
        Map<String, StudyCohort> cohorts = new LinkedHashMap<>();
        for (Baseline figure : figures) {
            List<BaselineNull> ofFigure = nullsOf.getOrDefault(figure.id(), List.of());
            if (ofFigure.isEmpty()) {
                continue;
            }
            StudyCohort cohort = StudyCohort.of(figure, ofFigure.getFirst().states());
            // What an officer states of a null makes no cohort of a figure that prints none.
            if (!StudyCohort.of(figure).isUnstated() && !isWatched(watched, figure, cohort)) {
                cohorts.put(figure.id(), cohort);
            }
        }
        Map<String, Map<String, String>> filters = new LinkedHashMap<>();
        cohorts.forEach((id, cohort) -> filters.put(id, cohort.filter()));
        Map<String, Spread> spreads = RecentExposures.of(handle, filters, from, to);
        List<Suggestion> suggestions = new ArrayList<>();
        cohorts.forEach((id, cohort) -> {
            Spread spread = spreads.get(id);
            if (spread != null && resembles(cohort, spread)) {
                BaselineNull inForce = Objects.requireNonNull(nullsOf.get(id)).getFirst();
                suggestions.add(suggestion(baselines.get(id), inForce, cohort, spread, from, to));
            }
        });
        suggestions.sort(Comparator.comparingLong(Suggestion::comparable)
                .thenComparingLong(Suggestion::exposed)
                .reversed());
        return suggestions;
    }

    /** Not of an arm without ketamine, and each figure once however often it is printed. */
    private static boolean isOfAStudy(Baseline figure) {
        return !figure.workings().control() && figure.workings().repeats() == null;
    }

    private static boolean isWatched(List<Monitor> watched, Baseline figure, StudyCohort cohort) {
        return watched.stream()
                .anyMatch(monitor -> monitor.status() != MonitorStatus.RETIRED
                        && monitor.baseline().equals(figure.id())
                        && monitor.unit() == Unit.FIRST_COURSE
                        && monitor.cohort().equals(cohort.filter()));
    }

    /** The filter holds but for what it cannot say: that one of several values is had. */
    private static boolean resembles(StudyCohort cohort, Spread spread) {
        return cohort.values().entrySet().stream().allMatch(entry -> spread.of(entry.getKey(), entry.getValue()) > 0);
    }

    private static Suggestion suggestion(
            Baseline figure, BaselineNull inForce, StudyCohort cohort, Spread spread, IsoWeek from, IsoWeek to) {
        return new Suggestion(
                figure.id(),
                figure.study(),
                figure.place(),
                figure.measure(),
                figure.measurePrinted(),
                figure.printed(),
                figure.standing(),
                inForce.p0(),
                inForce.states(),
                figure.population(),
                Unit.FIRST_COURSE,
                cohort.filter(),
                spread.exposed(),
                from,
                to,
                new CompareStudy(figure, inForce, cohort, spread).aspects());
    }
}
