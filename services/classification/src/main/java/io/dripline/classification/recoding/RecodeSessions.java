package io.dripline.classification.recoding;

import io.dripline.classification.coding.CodeEvents;
import io.dripline.classification.coding.CodeEvents.EventWords;
import io.dripline.classification.ruling.KnownRulings;
import io.dripline.classification.ruling.RuledCoder;
import io.dripline.classification.ruling.RulingsMovedException;
import io.dripline.coding.HeldWords;
import io.dripline.contracts.coding.CodedEvent;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Does some of what is to be done: reads and codes without a transaction, then stores in a short one. */
@Singleton
class RecodeSessions {

    private final StoredCodings codings;
    private final CodeEvents events;
    private final KnownRulings rulings;
    private final RecodingConfig config;
    private long previewAt;

    RecodeSessions(StoredCodings codings, CodeEvents events, KnownRulings rulings, RecodingConfig config) {
        this.codings = codings;
        this.events = events;
        this.rulings = rulings;
        this.config = config;
    }

    /** For whoever begins to call {@link #goOn}: what others did since is not known. */
    void begin() throws SQLException {
        rulings.refresh();
        previewAt = System.nanoTime();
    }

    /** Looks at the next sessions that anything is to be done about; false if there are none. */
    boolean goOn() throws SQLException {
        Work work = codings.next(events.vocabulary());
        if (work == null) {
            if (System.nanoTime() - previewAt < 0) {
                return false;
            }
            codings.preview(events.vocabulary());
            previewAt = System.nanoTime() + config.previewPause().toNanos();
            return true;
        }
        List<UUID> sessions = codings.sessionsOf(work, events.vocabulary(), config.batchSize());
        if (sessions.isEmpty()) {
            codings.finish(work);
            return true;
        }
        RuledCoder coder = rulings.coder();
        List<Recoded> recoded = codings.codingsOf(sessions).stream()
                .map(before -> recode(before, work.kind(), coder))
                .toList();
        try {
            if (work.kind() == Work.Kind.PREVIEW) {
                codings.count(work, recoded, sessions.getLast(), sessions.size(), coder.upTo());
            } else {
                codings.store(work, recoded, sessions.getLast(), sessions.size(), coder.upTo());
            }
        } catch (RulingsMovedException e) {
            rulings.refresh();
        }
        return true;
    }

    private Recoded recode(StoredCoding before, Work.Kind kind, RuledCoder coder) {
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
