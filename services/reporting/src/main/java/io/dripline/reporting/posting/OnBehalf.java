package io.dripline.reporting.posting;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Asks intake as the person who is signed in, and tells what passes from what they did wrong. */
@ApplicationScoped
class OnBehalf {

    private static final Logger LOG = Logger.getLogger(OnBehalf.class);

    private static final int SERVER_FAILS = 500;

    /** Not readable, unknown, another report's reference, too long, breaks rules. */
    private static final Set<Integer> ABOUT_WHAT_WAS_SENT = Set.of(400, 404, 409, 413, 422);

    private final SecurityIdentity identity;

    OnBehalf(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * What intake answers.
     *
     * @param question asked with the header that holds the person's token
     * @throws IntakeAwayException while intake does not answer, fails, has too much to do, or does not know the person any more
     * @throws WebApplicationException for a refusal of what was sent
     */
    <T> T ask(Function<String, T> question) {
        try {
            return question.apply("Bearer " + token());
        } catch (WebApplicationException e) {
            int status = e.getResponse().getStatus();
            if (status == Response.Status.UNAUTHORIZED.getStatusCode()) {
                throw new IntakeAwayException(
                        "Your session is over. Sign in again in another window, then send this once more.", e);
            }
            if (status == Response.Status.TOO_MANY_REQUESTS.getStatusCode()) {
                throw new IntakeAwayException(
                        "Your clinic sends more than intake takes at once. Try again in a minute.", e);
            }
            if (ABOUT_WHAT_WAS_SENT.contains(status)) {
                throw e;
            }
            LOG.warnf("Intake answers %d to a person", status);
            throw new IntakeAwayException(
                    status >= SERVER_FAILS
                            ? "Intake cannot answer at the moment. Try again in a minute."
                            : "Intake does not let you in (%d). Ask whoever runs Dripline.".formatted(status),
                    e);
        } catch (ProcessingException e) {
            LOG.warnf("Intake does not answer: %s", e.getMessage());
            throw new IntakeAwayException("Intake cannot be reached at the moment. Try again in a minute.", e);
        }
    }

    private String token() {
        AccessTokenCredential credential = identity.getCredential(AccessTokenCredential.class);
        if (credential == null) {
            throw new IllegalStateException("a person came in without an access token");
        }
        return credential.getToken();
    }
}
