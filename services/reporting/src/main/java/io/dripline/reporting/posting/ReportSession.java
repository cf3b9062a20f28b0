package io.dripline.reporting.posting;

import com.fasterxml.jackson.databind.JsonNode;
import io.dripline.reporting.caller.Violations.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Reports one session for the person who is signed in. */
@ApplicationScoped
public class ReportSession {

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
    private final OnBehalf onBehalf;

    ReportSession(@RestClient AskIntake intake, OnBehalf onBehalf) {
        this.intake = intake;
        this.onBehalf = onBehalf;
    }

    /**
     * Reports a session. The same may be sent again whenever it is not known what became of it.
     *
     * @throws IntakeAwayException while intake does not answer; it may have stored the report all the same
     */
    public Outcome report(JsonNode session) {
        try {
            return new Outcome.Stored(
                    onBehalf.ask(token -> intake.report(token, session)).id());
        } catch (WebApplicationException e) {
            Problem problem = Problem.read(e.getResponse().readEntity(String.class));
            return new Outcome.Refused(
                    e.getResponse().getStatus(),
                    Optional.ofNullable(problem.detail()).orElse("Intake does not say why."),
                    Optional.ofNullable(problem.violations()).orElse(List.of()));
        }
    }

    /**
     * A session of the person's clinic; empty where it has none with that id.
     *
     * @throws IntakeAwayException while intake does not answer
     */
    public Optional<ReportedSession> find(UUID id) {
        try {
            return Optional.of(onBehalf.ask(token -> intake.session(token, id.toString())));
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == Response.Status.NOT_FOUND.getStatusCode()) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
