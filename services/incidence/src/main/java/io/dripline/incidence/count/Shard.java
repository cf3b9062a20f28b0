package io.dripline.incidence.count;

import static io.dripline.contracts.deadletter.DeadLetterCause.BROKEN_INVARIANT;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.RefusedRecordException;
import io.dripline.contracts.Topics;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.counting.CellCount;
import io.dripline.counting.CellDelta;
import io.dripline.counting.CountPatient;
import io.dripline.counting.CountedSession;
import io.dripline.counting.PatientSessions;
import io.dripline.incidence.store.CountedCell;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The patients of one partition and their share of every cell. A record is decided upon before anything is stored, so
 * that one which cannot be counted leaves no trace here.
 */
final class Shard {

    private static final String RULE = "rule";

    private final int number;
    private final CountingRule rule;
    private final CountPatient countPatient;
    private final KeyValueStore<String, PatientSessions> patients;
    private final KeyValueStore<String, CountedCell> cells;
    private final KeyValueStore<String, String> rules;

    /** @throws OtherRuleException if the stores were filled by another rule */
    Shard(
            int number,
            CountingRule rule,
            KeyValueStore<String, PatientSessions> patients,
            KeyValueStore<String, CountedCell> cells,
            KeyValueStore<String, String> rules) {
        this.number = number;
        this.rule = rule;
        this.countPatient = rule.countPatient();
        this.patients = patients;
        this.cells = cells;
        this.rules = rules;
        String counted = rules.get(RULE);
        if (counted != null) {
            rule.mustBe(counted);
        }
    }

    /**
     * What a record changes, without changing it.
     *
     * @throws WrongStoreException if it is not the record but the stored counts that cannot be right
     * @throws RefusedRecordException naming why the record cannot be counted
     */
    Change decide(byte @Nullable [] key, byte @Nullable [] value) {
        CodedSession coded = ContractJson.read(value, CodedSession.class);
        CountedSession session = keeping(() -> CountedSession.of(coded));
        mustBeKeyedByItsId(key, session);
        mustBeInItsPartition(session);
        String patient = session.patient();
        PatientSessions before = Objects.requireNonNullElse(patients.get(patient), PatientSessions.NONE);
        if (keeping(() -> before.covers(session))) {
            return Change.none(patient);
        }
        PatientSessions after = before.with(session);
        Map<Cell, CountedCell> changed = new LinkedHashMap<>();
        countPatient.changes(before.latest(), after.latest()).forEach((cell, delta) -> {
            CountedCell counted = Objects.requireNonNullElse(cells.get(cell.key()), CountedCell.NONE);
            changed.put(cell, counted.changedTo(applied(delta, cell, counted)));
        });
        return new Change(patient, after, changed, coded.codingRevision() == 1 ? coded.receivedAt() : null);
    }

    /** What counting says of a record that breaks one of its rules; it names fields, numbers and ids alone. */
    private static <T> T keeping(Supplier<T> rule) {
        try {
            return rule.get();
        } catch (IllegalArgumentException e) {
            throw new RefusedRecordException(BROKEN_INVARIANT, String.valueOf(e.getMessage()));
        }
    }

    private CellCount applied(CellDelta delta, Cell cell, CountedCell counted) {
        try {
            return delta.applyTo(cell, counted.count());
        } catch (IllegalStateException e) {
            throw new WrongStoreException(rule.generation(), number, e);
        }
    }

    /** Keeps what was decided, and answers with the shares to send on. */
    List<CellShare> store(Change change) {
        if (change.sessions() == null) {
            return List.of();
        }
        rules.putIfAbsent(RULE, rule.inWords());
        patients.put(change.patient(), change.sessions());
        return change.cells().entrySet().stream()
                .map(entry -> {
                    cells.put(entry.getKey().key(), entry.getValue());
                    return share(entry.getKey(), entry.getValue());
                })
                .toList();
    }

    private CellShare share(Cell cell, CountedCell counted) {
        return new CellShare(
                ContractJson.SCHEMA,
                rule.generation(),
                number,
                counted.version(),
                cell,
                counted.count().exposed(),
                counted.count().awaiting(),
                counted.count().replaced(),
                counted.count().measures());
    }

    /** What is found instead may be anything, and is not repeated. */
    private static void mustBeKeyedByItsId(byte @Nullable [] key, CountedSession session) {
        if (key == null
                || !new String(key, StandardCharsets.UTF_8).equals(session.id().toString())) {
            throw new RefusedRecordException(
                    BROKEN_INVARIANT,
                    "key: expected the session's id %s, found %s"
                            .formatted(session.id(), key == null ? "none" : "another"));
        }
    }

    /** Elsewhere the patient's other sessions would not be seen, and courses would fall apart. */
    private void mustBeInItsPartition(CountedSession session) {
        int expected = BuiltInPartitioner.partitionForKey(
                session.patient().getBytes(StandardCharsets.UTF_8), Topics.PARTITIONS);
        if (expected != number) {
            throw new RefusedRecordException(
                    BROKEN_INVARIANT,
                    "session %s: expected its patient's partition %d, found it in %d"
                            .formatted(session.id(), expected, number));
        }
    }
}
