package io.dripline.reporting.comparison;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.contracts.alert.Alert;
import io.dripline.reporting.alert.Alerts;
import io.dripline.reporting.alert.Judgement;
import io.dripline.reporting.alert.Judgements;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.comparison.Compared.Kept;
import io.dripline.reporting.completeness.ClinicWeeks;
import io.dripline.reporting.completeness.OpenWeeks;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.monitor.Monitors;
import io.dripline.reporting.opinion.GiveSecondOpinions;
import io.dripline.reporting.opinion.Patience;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every comparison, and computes again those alone of which something changed that they depend on: their monitor, its last
 * judgement, its alert, the weeks that are open in its scope, the day. Whether anything did is asked of the database each time
 * that somebody asks, so an answer lacks nothing that was committed before; by marks that are stored with what they stand for
 * and never come again, so nothing here depends on which of several servers answers, or whether it was started anew.
 */
@ApplicationScoped
class KeepComparisons {

    private static final Logger LOG = Logger.getLogger(KeepComparisons.class);

    /** One row over all that comparisons depend on; sums, because the order of rows does not matter. */
    private static final String FINGERPRINT = """
            select concat_ws(' ',
                   (select id from generation where active),
                   (select concat(count(*), ':', sum(hashtextextended(id || '|' || %s, 0))) from monitor),
                   (select concat(count(*), ':', sum(hashtextextended(monitor || '|' || mark, 0))) from judgement),
                   (select concat(count(*), ':', sum(hashtextextended(alert_id || '|' ||
                           (select max(version) from alert_version v where v.alert_id = latched_alert.alert_id), 0)))
                      from latched_alert),
                   (select concat(count(*), ':', sum(hashtextextended(clinic || '|' || what || '|' || mark, 0))) from clinic_mark))
            """.formatted(Monitors.STATE);

    private final Jdbi jdbi;
    private final Monitors monitors;
    private final Judgements judgements;
    private final Alerts alerts;
    private final ClinicWeeks clinicWeeks;
    private final Baselines baselines;
    private final GiveSecondOpinions secondOpinions;
    private final Clock clock;
    private final ObjectMapper json;
    private final OneForAll<Compared> comparisons = new OneForAll<>(this::refresh);

    KeepComparisons(
            Jdbi jdbi,
            Monitors monitors,
            Judgements judgements,
            Alerts alerts,
            ClinicWeeks clinicWeeks,
            Baselines baselines,
            GiveSecondOpinions secondOpinions,
            Clock clock,
            ObjectMapper json) {
        this.jdbi = jdbi;
        this.monitors = monitors;
        this.judgements = judgements;
        this.alerts = alerts;
        this.clinicWeeks = clinicWeeks;
        this.baselines = baselines;
        this.secondOpinions = secondOpinions;
        this.clock = clock;
        this.json = json;
    }

    /** The list of all of them as it was last written, for most who ask want all. */
    private record Written(Compared compared, byte[] list) {}

    private volatile @Nullable Written written;

    /** Every comparison, with all that was committed before this was asked; what is still being computed is left out. */
    Compared all() {
        return comparisons.get();
    }

    /** All of them as JSON. */
    byte[] list(Compared compared) {
        Written last = written;
        if (last == null || last.compared() != compared) {
            last = new Written(
                    compared,
                    Compared.list(
                            compared.kept().values().stream().map(Kept::json).toList()));
            written = last;
        }
        return last.list();
    }

    /** One comparison again, waiting for what is still being computed. */
    Comparison await(Compared compared, Kept kept, Patience patience) {
        try {
            return verdicts(compared.at(), compared.open(), patience)
                    .compare(kept.monitor(), kept.judgement(), kept.latched());
        } catch (RuntimeException e) {
            LOG.errorf(e, "monitor %s cannot be compared again", kept.monitor().id());
            return kept.comparison();
        }
    }

    /** The same as JSON. */
    byte[] awaitJson(Compared compared, Kept kept, Patience patience) {
        return write(await(compared, kept, patience));
    }

    private DecideVerdict verdicts(Instant at, OpenWeeks open, Patience patience) {
        return new DecideVerdict(baselines, secondOpinions, at, open, patience);
    }

    private Compared refresh(@Nullable Compared last) {
        Instant now = clock.instant();
        if (last != null && day(last.at()).equals(day(now)) && last.isComplete()) {
            String fingerprint = jdbi.withHandle(KeepComparisons::fingerprint);
            if (fingerprint.equals(last.fingerprint())) {
                return last;
            }
        }
        Found found = jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> find(handle, last));
        // Outside the transaction: this may take long where much changed.
        return compare(last, found, now);
    }

    /** What is stored now, all as of one moment; what is kept already is not read again. */
    private record Found(
            String fingerprint,
            int generation,
            Map<String, String> marks,
            OpenWeeks open,
            Map<String, String> states,
            Map<String, Monitor> monitors,
            Map<String, String> judged,
            Map<String, Judgement> judgements,
            Map<String, String> standing,
            Map<String, Alert> alerts) {}

    private Found find(Handle handle, @Nullable Compared last) {
        Map<String, Kept> kept = last == null ? Map.of() : last.kept();
        int generation = handle.createQuery("select id from generation where active")
                .mapTo(Integer.class)
                .one();
        Map<String, String> marks = clinicWeeks.marks(handle);
        Map<String, String> states = monitors.states(handle);
        Map<String, String> judged = judgements.marks(handle);
        Map<String, String> standing = alerts.standingVersions(handle);
        return new Found(
                fingerprint(handle),
                generation,
                marks,
                open(handle, last, generation, marks),
                states,
                monitors.of(handle, changed(states.keySet(), states, kept, Kept::state)).stream()
                        .collect(Collectors.toMap(Monitor::id, Function.identity())),
                judged,
                judgements.of(handle, changed(states.keySet(), judged, kept, Kept::mark)),
                standing,
                alerts.standingOf(handle, changed(states.keySet(), standing, kept, Kept::version)));
    }

    private OpenWeeks open(Handle handle, @Nullable Compared last, int generation, Map<String, String> marks) {
        if (last == null || last.generation() != generation) {
            return clinicWeeks.open(handle);
        }
        List<String> changed = marks.entrySet().stream()
                .filter(clinic -> !clinic.getValue().equals(last.marks().get(clinic.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        return changed.isEmpty() ? last.open() : last.open().with(changed, clinicWeeks.open(handle, changed));
    }

    /** Of these monitors, those of which something else is stored than what is kept. */
    private static Set<String> changed(
            Set<String> monitors,
            Map<String, String> stored,
            Map<String, Kept> kept,
            Function<Kept, @Nullable String> what) {
        return monitors.stream()
                .filter(id -> {
                    String now = stored.get(id);
                    Kept known = kept.get(id);
                    return now != null && (known == null || !now.equals(what.apply(known)));
                })
                .collect(Collectors.toSet());
    }

    private Compared compare(@Nullable Compared last, Found found, Instant now) {
        boolean isSameDay = last != null && day(last.at()).equals(day(now));
        DecideVerdict verdicts = verdicts(now, found.open(), Patience.of(Duration.ZERO));
        Map<String, Kept> next = new LinkedHashMap<>();
        found.states().forEach((id, state) -> {
            Kept known = last == null ? null : last.kept().get(id);
            Monitor monitor = known != null && known.state().equals(state)
                    ? known.monitor()
                    : found.monitors().get(id);
            if (monitor == null) {
                // One without a rule is judged by nothing, and missing wherever monitors are read.
                return;
            }
            boolean holds = last != null
                    && known != null
                    && isSameDay
                    && known.isComplete()
                    && known.state().equals(state)
                    && Objects.equals(known.mark(), found.judged().get(id))
                    && Objects.equals(known.version(), found.standing().get(id))
                    && sameWeeksOpen(monitor, last.open(), found.open());
            next.put(id, holds ? known : compare(verdicts, monitor, state, known, found));
        });
        return new Compared(
                found.fingerprint(),
                now,
                found.generation(),
                found.marks(),
                found.open(),
                Collections.unmodifiableMap(next));
    }

    private Kept compare(DecideVerdict verdicts, Monitor monitor, String state, @Nullable Kept known, Found found) {
        String id = monitor.id();
        String mark = found.judged().get(id);
        Judgement judgement = known != null && mark != null && mark.equals(known.mark())
                ? known.judgement()
                : found.judgements().getOrDefault(id, Judgement.none(id));
        String version = found.standing().get(id);
        Alert latched = known != null && version != null && version.equals(known.version())
                ? known.latched()
                : found.alerts().get(id);
        Comparison comparison = compareAlone(verdicts, monitor, judgement, latched);
        return new Kept(monitor, state, judgement, mark, latched, version, comparison, write(comparison));
    }

    /** What is wrong with one monitor takes nobody else's comparison away; it is tried again once something of it or the day changes. */
    private static Comparison compareAlone(
            DecideVerdict verdicts, Monitor monitor, Judgement judgement, @Nullable Alert latched) {
        try {
            return verdicts.compare(monitor, judgement, latched);
        } catch (RuntimeException e) {
            LOG.errorf(e, "monitor %s cannot be compared; the others are", monitor.id());
            return DecideVerdict.cannotCompare(monitor, judgement, latched);
        }
    }

    private static boolean sameWeeksOpen(Monitor monitor, OpenWeeks before, OpenWeeks now) {
        String clinic = monitor.clinic();
        return before == now || clinic != null && before.of(clinic).equals(now.of(clinic));
    }

    private static LocalDate day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static String fingerprint(Handle handle) {
        return handle.createQuery(FINGERPRINT).mapTo(String.class).one();
    }

    private byte[] write(Comparison comparison) {
        try {
            return json.writeValueAsBytes(comparison);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + comparison, e);
        }
    }
}
