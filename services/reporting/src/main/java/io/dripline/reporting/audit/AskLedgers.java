package io.dripline.reporting.audit;

import io.dripline.ledger.EntryCursor;
import io.dripline.ledger.EntryPage;
import io.dripline.ledger.EntryQuestion;
import io.dripline.reporting.behalf.Answer;
import io.dripline.reporting.behalf.AskOnBehalf;
import io.dripline.reporting.ledger.Deeds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Asks each ledger that can hold what is asked for: the one of this service in its database, the others over HTTP for whoever is signed in. */
@ApplicationScoped
public class AskLedgers {

    private final Deeds deeds;
    private final AskClassificationLedger classification;
    private final AskIntakeLedger intake;
    private final AskOnBehalf onBehalf;

    AskLedgers(
            Deeds deeds,
            @RestClient AskClassificationLedger classification,
            @RestClient AskIntakeLedger intake,
            AskOnBehalf onBehalf) {
        this.deeds = deeds;
        this.classification = classification;
        this.intake = intake;
        this.onBehalf = onBehalf;
    }

    /**
     * A page of what all ledgers hold, the latest first.
     *
     * @param limit how many deeds at most, 1 to 200
     */
    public AuditPage ask(AuditQuestion question, AuditCursor after, int limit) {
        Map<LedgerOf, Answer<DeedPage>> answers = new EnumMap<>(LedgerOf.class);
        for (LedgerOf ledger : LedgerOf.values()) {
            if (question.concerns(ledger)) {
                answers.put(ledger, ask(ledger, question, after.behind(ledger), limit));
            }
        }
        return MergeDeeds.merge(answers, after, limit);
    }

    private Answer<DeedPage> ask(LedgerOf ledger, AuditQuestion question, @Nullable String after, int limit) {
        String from = text(question.from());
        String to = text(question.to());
        List<String> kinds = question.kindsOf(ledger);
        String kind = kinds.isEmpty() ? null : String.join(",", kinds);
        return switch (ledger) {
            case REPORTING -> new Answer.Given<>(own(question, after, limit));
            case CLASSIFICATION ->
                onBehalf.ask(
                        ledger.id(),
                        token -> classification.deeds(
                                token, from, to, question.who(), kind, question.text(), after, limit));
            case INTAKE ->
                onBehalf.ask(
                        ledger.id(),
                        token -> intake.deeds(token, from, to, question.who(), kind, question.text(), after, limit));
        };
    }

    private DeedPage own(AuditQuestion question, @Nullable String after, int limit) {
        EntryPage page = deeds.page(new EntryQuestion(
                Optional.ofNullable(question.from()),
                Optional.ofNullable(question.to()),
                Optional.ofNullable(question.who()),
                question.kindsOf(LedgerOf.REPORTING),
                Optional.ofNullable(question.text()),
                Optional.ofNullable(after).map(EntryCursor::of),
                limit));
        return new DeedPage(page.items().stream().map(Deed::of).toList(), page.next(), page.head());
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
