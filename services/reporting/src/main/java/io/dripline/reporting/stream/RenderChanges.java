package io.dripline.reporting.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.alert.AlertSummary;
import io.dripline.reporting.alert.Alerts;
import io.dripline.reporting.alert.SummariseAlert;
import io.dripline.reporting.comparison.CompareMonitors;
import io.dripline.reporting.comparison.Comparison;
import io.dripline.reporting.incidence.Dimension;
import io.dripline.reporting.incidence.Generation;
import io.dripline.reporting.incidence.Incidence;
import io.dripline.reporting.incidence.IncidenceQuestion;
import io.dripline.reporting.incidence.IncidenceSum;
import io.dripline.reporting.incidence.Incidences;
import io.dripline.reporting.incidence.Rate;
import io.dripline.reporting.monitor.Monitors;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** Reads what is to be told and writes it as JSON, once for all subscribers. */
@ApplicationScoped
class RenderChanges {

    /** What a session's rates are told for: all, the serious ones, and the five systems. */
    static final List<String> MEASURES =
            List.of("ANY", "SERIOUS", "CNS", "GI", "CARDIOVASCULAR", "HEPATIC", "UROGENITAL");

    private final Jdbi jdbi;
    private final Incidences incidences;
    private final Monitors monitors;
    private final CompareMonitors compareMonitors;
    private final Alerts alerts;
    private final SummariseAlert summaries;
    private final ObjectMapper json;

    RenderChanges(
            Jdbi jdbi,
            Incidences incidences,
            Monitors monitors,
            CompareMonitors compareMonitors,
            Alerts alerts,
            SummariseAlert summaries,
            ObjectMapper json) {
        this.jdbi = jdbi;
        this.incidences = incidences;
        this.monitors = monitors;
        this.compareMonitors = compareMonitors;
        this.alerts = alerts;
        this.summaries = summaries;
        this.json = json;
    }

    /**
     * What is told.
     *
     * @param incomplete ids of monitors of whose comparisons something is still being computed
     */
    record Rendered(List<Change> changes, Set<String> incomplete) {}

    /**
     * All that is known of some clinics, and of all clinics together: incidence, then comparisons. Waits for nothing that is
     * being computed: the next alert would wait too.
     */
    Rendered of(Predicate<String> clinics) {
        List<Change> changes = new ArrayList<>(incidence(clinics));
        List<Comparison> comparisons = compareMonitors.compare(
                monitor -> monitor.clinic() == null || clinics.test(monitor.clinic()), Duration.ZERO);
        comparisons.forEach(comparison -> changes.add(of(comparison)));
        return new Rendered(changes, incomplete(comparisons));
    }

    /** The comparisons of some monitors, but for those of which something is still being computed. */
    Rendered computed(Set<String> monitorIds) {
        List<Comparison> comparisons =
                compareMonitors.compare(monitor -> monitorIds.contains(monitor.id()), Duration.ZERO);
        List<Change> changes = comparisons.stream()
                .filter(comparison -> comparison.secondOpinions().computed())
                .map(this::of)
                .toList();
        return new Rendered(changes, incomplete(comparisons));
    }

    private static Set<String> incomplete(List<Comparison> comparisons) {
        return comparisons.stream()
                .filter(comparison -> !comparison.secondOpinions().computed())
                .map(Comparison::monitor)
                .collect(Collectors.toSet());
    }

    private Change of(Comparison comparison) {
        return render(
                Change.Kind.comparison,
                comparison,
                new Audience(comparison.cohort().get("clinic")));
    }

    /** Every alert, the oldest first. */
    List<AlertSummary> alerts() {
        return jdbi.withHandle(alerts::all).reversed().stream()
                .map(summaries::summarise)
                .toList();
    }

    Change of(AlertSummary alert) {
        return render(Change.Kind.alert, alert, new Audience(alert.clinic()));
    }

    private List<Change> incidence(Predicate<String> clinics) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            Generation generation = incidences.active(handle);
            List<Change> changes = new ArrayList<>(rates(sums(handle, null), null, generation));
            Map<String, List<IncidenceSum>> byClinic = sums(handle, Dimension.CLINIC).stream()
                    .collect(Collectors.groupingBy(sum -> Objects.requireNonNull(sum.key())));
            monitors.clinics(handle).stream()
                    .filter(clinics)
                    .map(clinic -> rates(byClinic.getOrDefault(clinic, List.of()), clinic, generation))
                    .forEach(changes::addAll);
            return changes;
        });
    }

    /** Zeros where nothing is counted: what was counted there before may have been withdrawn. */
    private List<Change> rates(List<IncidenceSum> sums, @Nullable String clinic, Generation generation) {
        Map<String, IncidenceSum> byMeasure =
                sums.stream().collect(Collectors.toMap(IncidenceSum::measure, Function.identity()));
        return MEASURES.stream()
                .map(measure -> {
                    IncidenceSum sum = byMeasure.get(measure);
                    Rate rate = sum == null ? Rate.of(clinic, 0, 0, 0) : Rate.of(sum);
                    return render(measure, rate, generation, new Audience(clinic));
                })
                .toList();
    }

    private List<IncidenceSum> sums(Handle handle, @Nullable Dimension by) {
        return incidences.answer(handle, new IncidenceQuestion(MEASURES, Unit.SESSION, Map.of(), null, null, by));
    }

    private Change render(String measure, Rate rate, Generation generation, Audience audience) {
        Incidence incidence =
                new Incidence(measure, Unit.SESSION, List.of(rate), generation.appliedAt(), generation.id());
        return render(Change.Kind.incidence, incidence, audience);
    }

    private Change render(Change.Kind kind, Object value, Audience audience) {
        try {
            return new Change(kind, json.writeValueAsString(value), audience);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value, e);
        }
    }
}
