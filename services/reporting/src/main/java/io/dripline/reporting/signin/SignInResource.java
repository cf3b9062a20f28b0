package io.dripline.reporting.signin;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Whether people can sign in, for open pages whose session is over: they leave for the issuer's page, and from one that is not there they
 * would not come back by themselves. A browser cannot ask: the policy lets its scripts ask nobody but this service.
 */
@Path("/sign-in")
@PermitAll
public class SignInResource {

    private static final Logger LOG = Logger.getLogger(SignInResource.class);

    /** All pages ask at once, when the issuer is away and tokens end. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private static final long RETRY_AFTER_SECONDS = 5;

    private final Uni<Boolean> isThere;

    @Inject
    SignInResource(@RestClient AskIssuer issuer) {
        this(issuer, KEPT);
    }

    SignInResource(AskIssuer issuer, Duration kept) {
        isThere = Uni.createFrom()
                .deferred(issuer::description)
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("People cannot sign in, the issuer does not answer: %s", failure.getMessage());
                    return false;
                })
                .memoize()
                .atLeast(kept);
    }

    /** 204 where the issuer answers, 503 where it does not, as seen from here within the last seconds. */
    @GET
    @Operation(hidden = true)
    public Uni<Response> isThere() {
        return isThere.map(answers -> answers
                ? Response.noContent().build()
                : Response.status(Response.Status.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                        .build());
    }
}
