package io.dripline.classification.recoding;

import io.dripline.classification.coding.CodeEvents;
import io.dripline.classification.coding.CodeEvents.EventWords;
import io.dripline.classification.ruling.KnownRulings;
import io.dripline.classification.ruling.RuledCoder;
import io.dripline.classification.ruling.RulingsMovedException;
import io.dripline.coding.HeldWords;
import io.dripline.contracts.coding.CodedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Does some of what is to be done: reads and codes without a transaction, then stores in a short one. */
@Singleton
class RecodeSessions {

    private static final Logger LOG = Logger.getLogger(RecodeSessions.class);

    private final StoredCodings codings;
    private final CodeEvents events;
    private final KnownRulings rulings;
    private final RecodingConfig config;
    private final AtomicLong open = new AtomicLong();
    private final AtomicLong setAside = new AtomicLong();
    private long previewAt;
    private int alone;

    RecodeSessions(
            StoredCodings codings,
            CodeEvents events,
            KnownRulings rulings,
            RecodingConfig config,
            MeterRegistry metrics) {
        this.codings = codings;
        this.events = events;
        this.rulings = rulings;
        this.config = config;
        metrics.gauge("dripline.recoding.open", open);
        metrics.gauge("dripline.recoding.set.aside", setAside);
    }

    /** How many times a session was left as it is since the start, because it can neither be coded nor stored. */
    long setAside() {
        return setAside.get();
    }

    /** For whoever begins to call {@link #goOn}: what others did since is not known. */
    void begin() throws SQLException {
        rulings.refresh();
        previewAt = System.nanoTime();
    }

    /** Looks at the next sessions that anything is to be done about; false if there are none. */
    boolean goOn() throws SQLException {
        Work work = codings.next(events.vocabulary());
        open.set(work == null ? 0 : work.open());
        if (work == null) {
            if (System.nanoTime() - previewAt < 0) {
                return false;
            }
            if (codings.forgetWords()) {
                return true;
            }
            codings.preview(events.vocabulary());
            previewAt = System.nanoTime() + config.previewPause().toNanos();
            return true;
        }
        List<UUID> sessions = codings.sessionsOf(work, events.vocabulary(), alone > 0 ? 1 : config.batchSize());
        if (sessions.isEmpty()) {
            codings.finish(work);
            return true;
        }
        try {
            recode(work, sessions);
            alone = Math.max(0, alone - 1);
        } catch (RulingsMovedException e) {
            rulings.refresh();
        } catch (SQLException | RuntimeException | StackOverflowError e) {
            if (!isAboutContent(e)) {
                throw e;
            }
            giveWay(work, sessions, e);
        }
        return true;
    }

    /** What failed together is tried one by one; what fails alone would for ever, and must not hold up the others. */
    private void giveWay(Work work, List<UUID> sessions, Throwable failure) throws SQLException {
        if (sessions.size() > 1) {
            alone = sessions.size();
            return;
        }
        LOG.errorf(failure, "Session %s cannot be recoded and stays as it is", sessions.getFirst());
        codings.setAside(work, sessions.getFirst());
        setAside.incrementAndGet();
        alone = Math.max(0, alone - 1);
    }

    /** A failure of a session, not of the database: of code, or what the database refuses for what it holds. */
    private static boolean isAboutContent(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RollbackException) {
                return false;
            }
            if (cause instanceof SQLException e) {
                String state = e.getSQLState();
                return state != null && (state.startsWith("22") || state.startsWith("23"));
            }
        }
        return true;
    }

    private void recode(Work work, List<UUID> sessions) throws SQLException {
        RuledCoder coder = rulings.coder();
        List<Recoded> recoded = codings.codingsOf(sessions).stream()
                .map(before -> recode(before, work.kind(), coder))
                .toList();
        if (work.kind() == Work.Kind.PREVIEW) {
            codings.count(work, recoded, sessions.getLast(), sessions.size(), coder.upTo());
        } else {
            codings.store(work, recoded, sessions.getLast(), sessions.size(), coder.upTo());
        }
    }

    /** A session as this coder would code it: of events of another vocabulary only those that hold words that were ruled on. */
    Recoded recode(StoredCoding before, Work.Kind kind, RuledCoder coder) {
        boolean all = kind == Work.Kind.VOCABULARY || kind == Work.Kind.PREVIEW;
        List<CodedEvent> after = new ArrayList<>();
        List<HeldWords> held = new ArrayList<>();
        for (CodedEvent event : before.events()) {
            String verbatim = before.words().get(event.id());
            if (verbatim == null) {
                after.add(event);
                continue;
            }
            EventWords again = events.codeAgain(event, verbatim, coder.coder());
            boolean isRuledOn =
                    again.words().stream().anyMatch(words -> coder.ruledOn().contains(words.key()));
            EventWords now = all || isRuledOn ? again : events.keep(event, again);
            after.add(now.event());
            held.addAll(now.words());
        }
        return new Recoded(before, after, all ? events.vocabulary() : before.vocabulary(), held);
    }
}
