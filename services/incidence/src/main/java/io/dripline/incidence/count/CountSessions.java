package io.dripline.incidence.count;

import io.dripline.contracts.deadletter.DeadLetter;
import io.dripline.contracts.deadletter.ProcessingService;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.trace.Hop;
import io.dripline.trace.Traceparent;
import io.dripline.trace.Traces;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Counts each coded session, sends on every share that it changed, and sends what cannot be counted to the dead
 * letters; all of it in the transaction that takes the record off its topic.
 */
final class CountSessions implements Processor<byte[], byte[], Object, Object> {

    private static final Logger LOG = Logger.getLogger(CountSessions.class);

    private final CountingRule rule;
    private final Outcomes outcomes;
    private final ProcessingService service;
    private final Traces traces;

    private @Nullable ProcessorContext<Object, Object> context;
    private @Nullable Shard shard;

    CountSessions(CountingRule rule, Outcomes outcomes, ProcessingService service, Traces traces) {
        this.rule = rule;
        this.outcomes = outcomes;
        this.service = service;
        this.traces = traces;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        this.shard = new Shard(
                context.taskId().partition(),
                rule,
                context.getStateStore(IncidenceTopology.PATIENTS),
                context.getStateStore(IncidenceTopology.CELLS),
                context.getStateStore(IncidenceTopology.RULE));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        try (Hop hop = traces.follow("count session", Traceparent.in(record.headers()))) {
            count(record, hop);
        }
    }

    private void count(Record<byte[], byte[]> record, Hop hop) {
        var context = Objects.requireNonNull(this.context);
        var shard = Objects.requireNonNull(this.shard);
        Change change;
        try {
            change = shard.decide(record.key(), record.value());
        } catch (KafkaException | WrongStoreException e) {
            // The store or the broker failed, not the record: it is taken up again after the restart.
            throw e;
        } catch (RuntimeException e) {
            DeadLetter letter = Undelivered.letterOf(record, e, context, service);
            context.forward(Undelivered.of(record, letter, context), IncidenceTopology.DEAD_LETTERS);
            outcomes.refused(letter);
            return;
        }
        // The session's own time never becomes the record's: retention would take old sessions away at once.
        shard.store(change)
                .forEach(share -> context.forward(
                        new Record<>(
                                CellShare.key(share.shard(), share.cell()),
                                share,
                                context.currentSystemTimeMs(),
                                headers(change, hop)),
                        IncidenceTopology.SHARES));
        outcomes.counted(change);
        if (change.sessions() != null) {
            hop.log(
                    LOG,
                    "Session %s is counted in %d cells",
                    new String(record.key(), StandardCharsets.UTF_8),
                    change.cells().size());
        }
    }

    /** Of its own for each record, since a sink may add to them. */
    private static Headers headers(Change change, Hop hop) {
        Headers headers = new RecordHeaders();
        if (change.receivedAt() != null) {
            headers.add(CellShare.RECEIVED_AT, change.receivedAt().toString().getBytes(StandardCharsets.UTF_8));
        }
        String traceparent = hop.traceparent();
        if (traceparent != null) {
            headers.add(Traceparent.HEADER, Traceparent.bytes(traceparent));
        }
        return headers;
    }
}
