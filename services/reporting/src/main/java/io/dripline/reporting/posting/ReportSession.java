package io.dripline.reporting.posting;

import com.fasterxml.jackson.databind.JsonNode;
import io.dripline.reporting.behalf.Answer;
import io.dripline.reporting.behalf.AskOnBehalf;
import io.dripline.reporting.caller.Violations.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Reports one session for the person who is signed in. */
@ApplicationScoped
public class ReportSession {

    /** Not readable, another report's reference, too long, breaks rules. */
    private static final Set<Integer> ABOUT_WHAT_WAS_SENT = Set.of(400, 409, 413, 422);

    /** What became of a report. */
    public sealed interface Outcome {

        /** It is stored, now or before: the same report is stored once. */
        record Stored(UUID id) implements Outcome {}

        /**
         * It is not.
         *
         * @param status 400, 409, 413 or 422
         * @param detail in a sentence
         * @param violations every violated field by its path
         */
        record Refused(int status, String detail, List<Violation> violations) implements Outcome {

            public Refused {
                violations = List.copyOf(violations);
            }
        }
    }

    private final AskIntake intake;
    private final AskOnBehalf onBehalf;

    ReportSession(@RestClient AskIntake intake, AskOnBehalf onBehalf) {
        this.intake = intake;
        this.onBehalf = onBehalf;
    }

    /**
     * Reports a session. The same may be sent again whenever it is not known what became of it.
     *
     * @throws IntakeAwayException while intake does not answer; it may have stored the report all the same
     */
    public Outcome report(JsonNode session) {
        Answer<ReportedSession> answer = onBehalf.ask("intake", token -> intake.report(token, session));
        return switch (answer) {
            case Answer.Given<ReportedSession>(ReportedSession stored) -> new Outcome.Stored(stored.id());
            case Answer.Refused<ReportedSession>(int status, String detail, List<Violation> violations)
            when ABOUT_WHAT_WAS_SENT.contains(status) ->
                new Outcome.Refused(status, detail.isEmpty() ? "Intake does not say why." : detail, violations);
            case Answer.Refused<ReportedSession> _, Answer.Away<ReportedSession> _ ->
                throw IntakeAwayException.because(answer);
        };
    }

    /**
     * A session of the person's clinic; empty where it has none with that id.
     *
     * @throws IntakeAwayException while intake does not answer
     */
    public Optional<ReportedSession> find(UUID id) {
        Answer<ReportedSession> answer = onBehalf.ask("intake", token -> intake.session(token, id.toString()));
        return switch (answer) {
            case Answer.Given<ReportedSession>(ReportedSession session) -> Optional.of(session);
            case Answer.Refused<ReportedSession> refused
            when refused.status() == Response.Status.NOT_FOUND.getStatusCode() -> Optional.empty();
            case Answer.Refused<ReportedSession> _, Answer.Away<ReportedSession> _ ->
                throw IntakeAwayException.because(answer);
        };
    }
}
