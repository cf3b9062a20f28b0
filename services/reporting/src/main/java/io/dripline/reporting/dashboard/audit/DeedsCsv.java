package io.dripline.reporting.dashboard.audit;

import io.dripline.reporting.audit.AskLedgers;
import io.dripline.reporting.audit.AuditCursor;
import io.dripline.reporting.audit.AuditPage;
import io.dripline.reporting.audit.AuditQuestion;
import io.dripline.reporting.audit.Deed;
import io.dripline.reporting.behalf.Answer;
import io.dripline.reporting.dashboard.download.Csv;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Who did what as a file: all that the filters ask for, or none of it. */
@ApplicationScoped
class DeedsCsv {

    /** Deeds of a file; of more the filters choose. */
    static final int MOST = 20_000;

    private static final int AT_ONCE = 200;
    private static final int UNPROCESSABLE = 422;

    private final AskLedgers ledgers;

    DeedsCsv(AskLedgers ledgers) {
        this.ledgers = ledgers;
    }

    /** @throws HttpProblem 503 while a ledger is away, 422 where there are more than {@value #MOST}: a file that leaves some out would not show it */
    Csv of(AuditQuestion question) {
        Csv csv = new Csv(List.of("at", "who", "kind", "subject", "before", "after", "why", "ledger", "place"));
        int deeds = 0;
        AuditCursor after = AuditCursor.START;
        while (after != null) {
            AuditPage page = ledgers.ask(question, after, AT_ONCE);
            requireAll(page);
            for (AuditPage.Told told : page.deeds()) {
                Deed deed = told.deed();
                csv.row(
                        deed.at(),
                        deed.who(),
                        deed.kind(),
                        deed.subject(),
                        deed.before(),
                        deed.after(),
                        deed.why(),
                        told.ledger().id(),
                        deed.place());
            }
            deeds += page.deeds().size();
            after = page.next();
            if (after != null && deeds >= MOST) {
                throw HttpProblem.builder()
                        .withStatus(UNPROCESSABLE)
                        .withTitle("Unprocessable Content")
                        .withDetail("Expected at most %d deeds in a file, found more; choose fewer by days or kinds."
                                .formatted(MOST))
                        .build();
            }
        }
        return csv;
    }

    private static void requireAll(AuditPage page) {
        page.answers().forEach((ledger, answer) -> {
            if (answer instanceof Answer.Away) {
                throw HttpProblem.valueOf(
                        Response.Status.SERVICE_UNAVAILABLE,
                        "The %s service does not answer, so the file would not be whole. Try again."
                                .formatted(ledger.id()));
            }
            if (answer instanceof Answer.Refused<?> refused) {
                throw HttpProblem.valueOf(
                        Response.Status.BAD_GATEWAY,
                        "The %s service refuses: %s.".formatted(ledger.id(), refused.words()));
            }
        });
    }
}
