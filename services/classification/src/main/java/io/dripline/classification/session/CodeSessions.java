package io.dripline.classification.session;

import io.dripline.classification.coding.CodeEvents;
import io.dripline.classification.coding.CodeEvents.EventWords;
import io.dripline.classification.ruling.KnownRulings;
import io.dripline.classification.ruling.RuledCoder;
import io.dripline.classification.ruling.RulingsMovedException;
import io.dripline.contracts.ContractJson;
import io.dripline.contracts.RefusedRecordException;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.session.ReportedSession;
import io.dripline.contracts.session.WordsKey;
import io.dripline.privacy.seal.TextPlace;
import io.dripline.trace.Hop;
import io.dripline.trace.Traceparent;
import io.dripline.trace.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Codes every session version that was not coded yet and stores it, a batch in a transaction.
 *
 * <p>The batch is acknowledged, and its offsets fall due, only after the commit. What passes by itself (database or
 * broker away) or by a setting (a secret that is missing) is tried again until it succeeds. What never would (unreadable,
 * at odds with what is known, or refused by the database for what it contains) goes to the dead letters, and the rest of
 * the batch flows. Where some of its words were ruled on meanwhile the batch is coded again.
 */
@Startup // so that its counter says 0 and not nothing
@ApplicationScoped
class CodeSessions {

    private static final Logger LOG = Logger.getLogger(CodeSessions.class);

    private final CodeEvents events;
    private final OpenWords openWords;
    private final CodedSessions sessions;
    private final DeadLetters deadLetters;
    private final KnownRulings rulings;
    private final Traffic traffic;
    private final Traces traces;
    private final Counter coded;

    CodeSessions(
            CodeEvents events,
            OpenWords openWords,
            CodedSessions sessions,
            DeadLetters deadLetters,
            KnownRulings rulings,
            Traffic traffic,
            Traces traces,
            MeterRegistry metrics) {
        this.events = events;
        this.openWords = openWords;
        this.sessions = sessions;
        this.deadLetters = deadLetters;
        this.rulings = rulings;
        this.traffic = traffic;
        this.traces = traces;
        this.coded = Counter.builder("dripline.sessions.coded")
                .description("Session versions that were coded for the first time and stored")
                .register(metrics);
    }

    @Incoming("sessions-reported")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 100, jitter = 50)
    @ExponentialBackoff(maxDelay = 5_000)
    void code(ConsumerRecords<byte[], byte[]> batch) throws SQLException {
        try (Traffic.Batch underWay = traffic.begin(batch.count())) {
            codeAsRuledNow(batch);
        } catch (RulingsMovedException e) {
            rulings.refresh();
            throw e;
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("A batch of %d reports waits and will be tried again: %s", batch.count(), e.getMessage());
            throw e;
        }
    }

    private void codeAsRuledNow(ConsumerRecords<byte[], byte[]> batch) throws SQLException {
        RuledCoder coder = rulings.coder();
        List<Refused> refused = new ArrayList<>();
        List<Received> received = read(batch, refused);
        StoredVersions stored =
                sessions.stored(received.stream().map(Received::version).toList());
        List<CodedReport> coded = codeNew(open(notStored(received, stored, refused), refused), stored, refused, coder);
        List<SessionVersion> erased = erasedAmong(received, refused);
        int appended = store(coded, refused, coder);
        sessions.keepKeys(keysOf(refused), erased);
        deadLetters.send(refused);
        this.coded.increment(appended);
    }

    private static List<Received> read(ConsumerRecords<byte[], byte[]> batch, List<Refused> refused) {
        List<Received> received = new ArrayList<>(batch.count());
        for (ConsumerRecord<byte[], byte[]> origin : batch) {
            try {
                received.add(Received.read(origin));
            } catch (RuntimeException e) {
                refused.add(new Refused(origin, e));
            }
        }
        return received;
    }

    /** In a rebuild everything is stored, and no word of it need be opened again. */
    private static List<Received> notStored(List<Received> received, StoredVersions stored, List<Refused> refused) {
        List<Received> news = new ArrayList<>();
        for (Received report : received) {
            try {
                if (!stored.contains(report)) {
                    news.add(report);
                }
            } catch (RuntimeException e) {
                refused.add(new Refused(report.origin(), e));
            }
        }
        return news;
    }

    private List<Received> open(List<Received> received, List<Refused> refused) throws SQLException {
        Map<TextPlace, byte[]> kept = sessions.keysOf(received.stream()
                .filter(OpenWords::needsKeptKey)
                .map(report -> report.session().id())
                .toList());
        List<Received> opened = new ArrayList<>(received.size());
        for (Received report : received) {
            try {
                opened.add(openWords.open(report, kept));
            } catch (SecretMissingException e) {
                throw e;
            } catch (RuntimeException e) {
                refused.add(new Refused(report.origin(), e));
            }
        }
        return opened;
    }

    /** Stored before or not: what comes again must not bring back a key. What was refused erases none. */
    private static List<SessionVersion> erasedAmong(List<Received> received, List<Refused> refused) {
        return received.stream()
                .filter(report -> report.session().erasedAt() != null)
                .filter(report -> refused.stream().noneMatch(one -> one.origin() == report.origin()))
                .map(Received::version)
                .toList();
    }

    /** What is no key cannot be kept, and opens nothing. */
    private static List<WordsKey> keysOf(List<Refused> refused) {
        List<WordsKey> keys = new ArrayList<>();
        for (Refused one : refused) {
            try {
                WordsKey key = Received.wordsKeyOf(one.origin());
                if (key != null) {
                    keys.add(key);
                }
            } catch (RefusedRecordException unreadable) {
                LOG.warnf("The key of a dead letter's words cannot be kept: %s", unreadable.getMessage());
            }
        }
        return keys;
    }

    private List<CodedReport> codeNew(
            List<Received> received, StoredVersions stored, List<Refused> refused, RuledCoder coder)
            throws SQLException {
        KnownCodings known = sessions.codingsOf(received.stream()
                .map(Received::session)
                .filter(KnownCodings::areNeededFor)
                .map(ReportedSession::id)
                .toList());
        List<CodedReport> coded = new ArrayList<>(received.size());
        for (Received report : received) {
            try {
                stored.requireOwner(report);
                CodedReport first = firstCodingOf(report, known, coder);
                known.add(first.session().events());
                coded.add(first);
                stored.expect(report);
            } catch (RuntimeException e) {
                refused.add(new Refused(report.origin(), e));
            }
        }
        return coded;
    }

    private CodedReport firstCodingOf(Received report, KnownCodings known, RuledCoder coder) {
        ReportedSession reported = report.session();
        Hop hop = traces.follow("code session", Traceparent.in(report.origin().headers()))
                .of(reported.id(), reported.version());
        List<EventWords> coded = reported.adverseEvents().stream()
                .map(event -> events.code(event, known.of(event), coder.coder()))
                .toList();
        CodedSession session = new CodedSession(
                ContractJson.SCHEMA,
                reported.id(),
                reported.version(),
                1,
                reported.status(),
                reported.clinic(),
                reported.patient(),
                reported.firstReceivedAt(),
                reported.receivedAt(),
                reported.attributes(),
                coded.stream().map(EventWords::event).toList());
        return new CodedReport(
                report,
                session,
                events.vocabulary(),
                coded.stream().flatMap(event -> event.words().stream()).toList(),
                hop);
    }

    private int store(List<CodedReport> coded, List<Refused> refused, RuledCoder coder) throws SQLException {
        if (coded.isEmpty()) {
            return 0;
        }
        try {
            int stored = sessions.append(coded, coder.upTo());
            coded.forEach(CodedReport::stored);
            return stored;
        } catch (SQLException e) {
            if (!ContentRefusal.isWhatHappened(e)) {
                throw e;
            }
            if (coded.size() == 1) {
                refused.add(new Refused(coded.getFirst().report().origin(), ContentRefusal.of(e)));
                return 0;
            }
        }
        int half = coded.size() / 2;
        return store(coded.subList(0, half), refused, coder) + store(coded.subList(half, coded.size()), refused, coder);
    }
}
