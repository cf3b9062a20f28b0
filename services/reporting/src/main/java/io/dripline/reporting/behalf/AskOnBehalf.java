package io.dripline.reporting.behalf;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Asks another service with the token of whoever is signed in, and tells apart what it gives, refuses and leaves unanswered. */
@ApplicationScoped
public class AskOnBehalf {

    private static final Logger LOG = Logger.getLogger(AskOnBehalf.class);

    private final SecurityIdentity identity;
    private final ReadRefusal readRefusal;

    AskOnBehalf(SecurityIdentity identity, ReadRefusal readRefusal) {
        this.identity = identity;
        this.readRefusal = readRefusal;
    }

    /**
     * Asks once; it takes as long as the client's timeouts let it, so no transaction may be open meanwhile.
     *
     * @param service its name, for the log
     * @param question the call, given what its header Authorization is to hold
     */
    public <T> Answer<T> ask(String service, Function<String, T> question) {
        AccessTokenCredential token = identity.getCredential(AccessTokenCredential.class);
        if (token == null) {
            throw new IllegalStateException("whoever asks is known without an access token");
        }
        try {
            return new Answer.Given<>(question.apply("Bearer " + token.getToken()));
        } catch (WebApplicationException e) {
            return readRefusal
                    .<T>from(e.getResponse())
                    .<Answer<T>>map(refused -> refused)
                    .orElseGet(() -> away(
                            service, "it answers %d".formatted(e.getResponse().getStatus())));
        } catch (ProcessingException e) {
            return away(service, "it does not answer: " + cause(e));
        }
    }

    private static <T> Answer<T> away(String service, String why) {
        LOG.warnf("A question to %s was not answered: %s", service, why);
        return new Answer.Away<>(why);
    }

    private static String cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
