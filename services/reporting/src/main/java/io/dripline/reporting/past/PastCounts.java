package io.dripline.reporting.past;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The past, counted. Reporting keeps what is true now; who wants to know what was, asks where every version is kept. Takes
 * as long as classification needs to read its table, so no transaction may be open meanwhile.
 */
@ApplicationScoped
public class PastCounts {

    /** Of what is asked, and not of who asks or how often. */
    private static final Set<Integer> REFUSALS = Set.of(400, 404, 422);

    private final AskClassification classification;

    PastCounts(@RestClient AskClassification classification) {
        this.classification = classification;
    }

    /**
     * The cells that are asked for; empty where nothing was coded after the time that the question names.
     *
     * @throws PastAwayException while classification, or who gives tokens, does not answer
     */
    public Optional<PastCells> ask(PastQuestion question) {
        try (RestResponse<PastCells> answer = classification.counts(
                text(question.unit()),
                question.measures(),
                question.clinic(),
                text(question.asOf()),
                text(question.receivedUntil()),
                text(question.storedUntil()),
                text(question.codedAfter()))) {
            return answer.getStatus() == Response.Status.NOT_MODIFIED.getStatusCode()
                    ? Optional.empty()
                    : Optional.of(answer.getEntity());
        } catch (WebApplicationException e) {
            int status = e.getResponse().getStatus();
            throw new PastAwayException("classification answers " + status, REFUSALS.contains(status), e);
        } catch (ProcessingException e) {
            throw new PastAwayException("classification does not answer: " + cause(e), false, e);
        } catch (RuntimeException e) {
            throw new PastAwayException("no token for classification: " + cause(e), false, e);
        }
    }

    /** The cells that are asked for, by a question that names no earlier answer. */
    public PastCells count(PastQuestion question) {
        return ask(question).orElseThrow(() -> new IllegalStateException("304 to a question without codedAfter"));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
