package io.dripline.reporting.incidence;

import io.dripline.contracts.RefusedRecordException;
import io.dripline.contracts.deadletter.DeadLetterCause;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.topic.ConsumedOffsets;
import io.dripline.reporting.topic.DeadLetters;
import io.dripline.reporting.topic.Refused;
import io.dripline.trace.Hop;
import io.dripline.trace.Traceparent;
import io.dripline.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Applies records to cells and roll-ups, with how far the topic was read, in one transaction. */
@ApplicationScoped
class ApplyBatch {

    private static final Logger LOG = Logger.getLogger(ApplyBatch.class);

    /** SQLSTATE numeric_value_out_of_range. */
    private static final String OUT_OF_RANGE = "22003";

    private final Cells cells = new Cells();
    private final RollUps rollUps = new RollUps();
    private final Generations generations = new Generations();
    private final ConsumedOffsets offsets = new ConsumedOffsets();
    private final Event<ClinicsSeen> clinicsSeen;
    private final DeadLetters deadLetters;
    private final IncidenceMetrics metrics;
    private final Traces traces;

    ApplyBatch(Event<ClinicsSeen> clinicsSeen, DeadLetters deadLetters, IncidenceMetrics metrics, Traces traces) {
        this.clinicsSeen = clinicsSeen;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.traces = traces;
    }

    /** A record, and either the share that it holds or why it cannot be kept. */
    private record Incoming(
            ConsumerRecord<byte[], byte[]> record,
            @Nullable CellShare share,
            @Nullable RuntimeException refusal) {}

    /**
     * Applies a batch in the order given. What cannot be read or kept goes to the dead letters; what is of a
     * generation that is counted from another topic, or older than the one shown, is left out; the rest is applied.
     *
     * @param topicId id of the topic that the records are from
     * @return what of it is shown
     */
    Applied apply(Handle handle, String topicId, List<ConsumerRecord<byte[], byte[]>> records) {
        Applied applied = applyRead(
                handle, topicId, records.stream().map(ApplyBatch::read).toList());
        metrics.counted(applied.counted().stream()
                .flatMap(record -> ReadCellShare.receivedAt(record).stream())
                .toList());
        applied.counted().forEach(this::trace);
        return applied;
    }

    private void trace(ConsumerRecord<byte[], byte[]> record) {
        try (Hop hop = traces.follow("count report", Traceparent.in(record.headers()))) {
            hop.log(LOG, "Record %d of %s-%d is counted", record.offset(), record.topic(), record.partition());
        }
    }

    /**
     * What a committed transaction applied.
     *
     * @param touched cells of the active generation whose counts changed
     * @param counted the records behind them of cells of sessions: one for each report, two where it moves a session
     */
    record Applied(Set<Cell> touched, List<ConsumerRecord<byte[], byte[]>> counted) {

        static final Applied NOTHING = new Applied(Set.of(), List.of());

        Applied and(Applied other) {
            Set<Cell> cells = new LinkedHashSet<>(touched);
            cells.addAll(other.touched);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(counted);
            records.addAll(other.counted);
            return new Applied(cells, records);
        }
    }

    /** Whatever goes wrong here lies in the record or in this code: no server takes part. */
    private static Incoming read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return new Incoming(record, ReadCellShare.read(record), null);
        } catch (RuntimeException e) {
            return new Incoming(record, null, e);
        }
    }

    private Applied applyRead(Handle handle, String topicId, List<Incoming> incoming) {
        try {
            return handle.inTransaction(h -> applyWithin(h, topicId, incoming));
        } catch (JdbiException e) {
            PSQLException refusal = refusalOfData(e);
            if (refusal == null) {
                throw e;
            }
            return applyAround(handle, topicId, incoming, refusal);
        }
    }

    /** Halves the batch until the record that the database refuses stands alone. */
    private Applied applyAround(Handle handle, String topicId, List<Incoming> incoming, PSQLException cause) {
        if (incoming.size() == 1) {
            Incoming refused = new Incoming(incoming.getFirst().record(), null, refusedWith(cause));
            handle.useTransaction(h -> advance(h, topicId, List.of(refused)));
            return Applied.NOTHING;
        }
        int half = incoming.size() / 2;
        return applyRead(handle, topicId, incoming.subList(0, half))
                .and(applyRead(handle, topicId, incoming.subList(half, incoming.size())));
    }

    private Applied applyWithin(Handle handle, String topicId, List<Incoming> incoming) {
        List<CellShare> shares = counted(
                handle,
                topicId,
                incoming.stream().map(Incoming::share).filter(Objects::nonNull).toList());
        List<Cells.ChangedShare> changed = cells.keep(handle, shares);
        addToSums(handle, changed);
        Set<Cell> touched = new LinkedHashSet<>();
        List<ConsumerRecord<byte[], byte[]>> ofSessions = List.of();
        if (!changed.isEmpty()) {
            int active = generations.changed(
                    handle,
                    topicId,
                    changed.stream().map(Cells.ChangedShare::share).toList());
            changed.stream()
                    .map(Cells.ChangedShare::share)
                    .filter(share -> share.generation() == active)
                    .forEach(share -> touched.add(share.cell()));
            ofSessions = ofSessions(incoming, active, touched);
            clinicsSeen.fire(new ClinicsSeen(handle, clinicsInOrder(shares, active)));
        }
        advance(handle, topicId, incoming);
        return new Applied(touched, ofSessions);
    }

    /** One for each report: it changes cells of every unit, and one of SESSION. What changed nothing came before. */
    private static List<ConsumerRecord<byte[], byte[]>> ofSessions(
            List<Incoming> incoming, int active, Set<Cell> touched) {
        List<ConsumerRecord<byte[], byte[]>> ofSessions = new ArrayList<>();
        for (Incoming one : incoming) {
            CellShare share = one.share();
            if (share != null
                    && share.generation() == active
                    && share.cell().unit() == Unit.SESSION
                    && touched.contains(share.cell())) {
                ofSessions.add(one.record());
            }
        }
        return ofSessions;
    }

    /**
     * What the cells took is sound; a sum that does not take it is itself wrong, whichever record meets it first. But a count that
     * fits into a cell alone and into no sum is no count.
     */
    private void addToSums(Handle handle, List<Cells.ChangedShare> changed) {
        try {
            rollUps.add(handle, changed);
        } catch (JdbiException e) {
            PSQLException refusal = refusalOfData(e);
            if (refusal == null || OUT_OF_RANGE.equals(refusal.getSQLState())) {
                throw e;
            }
            throw new SumsBrokenException(e);
        }
    }

    private List<CellShare> counted(Handle handle, String topicId, List<CellShare> shares) {
        Set<Integer> left = generations.leftOut(handle, topicId, shares);
        return left.isEmpty()
                ? shares
                : shares.stream()
                        .filter(share -> !left.contains(share.generation()))
                        .toList();
    }

    /**
     * Last in a transaction: the dead letters are with the broker before the database forgets where they lay, and none
     * is sent while the database is away, however often the batch is tried.
     */
    private void advance(Handle handle, String topicId, List<Incoming> incoming) {
        offsets.advance(handle, topicId, incoming.stream().map(Incoming::record).toList());
        List<Refused> refused = new ArrayList<>();
        for (Incoming one : incoming) {
            if (one.refusal() != null) {
                refused.add(new Refused(one.record(), one.refusal()));
            }
        }
        deadLetters.send(refused);
        metrics.applied(incoming.size());
    }

    private static List<String> clinicsInOrder(List<CellShare> shares, int active) {
        return shares.stream()
                .filter(share -> share.generation() == active)
                .map(share -> share.cell().clinic())
                .distinct()
                .toList();
    }

    /** Without the server's own message, which may quote the row. */
    private static RefusedRecordException refusedWith(PSQLException refusal) {
        return new RefusedRecordException(
                DeadLetterCause.BROKEN_INVARIANT,
                "expected a share that the database takes, found what it refuses with SQLSTATE "
                        + refusal.getSQLState());
    }

    /** SQL states 22 (a value that cannot be stored) and 23 (a constraint): repeating cannot help. */
    private static @Nullable PSQLException refusalOfData(JdbiException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException sql) {
                String state = Objects.requireNonNullElse(sql.getSQLState(), "");
                return state.startsWith("22") || state.startsWith("23") ? sql : null;
            }
        }
        return null;
    }
}
