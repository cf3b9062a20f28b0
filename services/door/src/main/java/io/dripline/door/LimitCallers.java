package io.dripline.door;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.Principal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Answers 429 to a caller who asks too much: each clinic, person and machine has a bucket of its own, known by the verified
 * token. There is nothing to wait for: a bucket is one word that is compared and set.
 */
class LimitCallers {

    private static final Problem TOO_MANY =
            new Problem(429, "Too Many Requests", "Expected fewer requests in a second; many reports go in one batch");

    private final LimitsConfig config;

    /** As many as the realm has callers: nobody without a valid token gets one. */
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    LimitCallers(LimitsConfig config) {
        this.config = config;
    }

    @ServerRequestFilter
    @Nullable
    Response limit(ContainerRequestContext request, RoutingContext context) {
        SecurityIdentity caller = callerOf(context);
        if (caller == null || caller.isAnonymous()) {
            return null;
        }
        ConsumptionProbe asked = bucketOf(caller.getPrincipal()).tryConsumeAndReturnRemaining(1);
        if (!asked.isConsumed()) {
            return Response.status(TOO_MANY.status())
                    .header(HttpHeaders.RETRY_AFTER, Buckets.secondsUntil(asked))
                    .type(Problem.TYPE)
                    .entity(TOO_MANY.json())
                    .build();
        }
        if (hasBody(context.request().headers())) {
            request.setEntityStream(new ImpatientStream(
                    request.getEntityStream(), config.bodyPatience(), () -> closeAfterTheAnswer(context)));
        }
        return null;
    }

    /** What drips would go on doing so. */
    private static void closeAfterTheAnswer(RoutingContext context) {
        context.addEndHandler(sent -> context.request().connection().close());
        if (!context.response().headWritten()) {
            context.response().putHeader("Connection", "close");
        }
    }

    private static boolean hasBody(MultiMap headers) {
        return headers.contains(HttpHeaders.CONTENT_LENGTH) || headers.contains("Transfer-Encoding");
    }

    /** The door's role was asked for before, so that the caller is known by now and nothing is waited for. */
    private static @Nullable SecurityIdentity callerOf(RoutingContext context) {
        if (context.user() instanceof QuarkusHttpUser user) {
            return user.getSecurityIdentity();
        }
        Uni<SecurityIdentity> known = context.get(QuarkusHttpUser.DEFERRED_IDENTITY_KEY);
        return known == null
                ? null
                : known.onFailure()
                        .recoverWithNull()
                        .subscribeAsCompletionStage()
                        .getNow(null);
    }

    private Bucket bucketOf(Principal caller) {
        String name = nameOf(caller);
        Bucket bucket = buckets.get(name);
        return bucket != null ? bucket : buckets.computeIfAbsent(name, this::full);
    }

    private Bucket full(String name) {
        return Buckets.of(config.requestsAtOnce(), config.requestsPerSecond());
    }

    /** A clinic's machines share what their clinic may ask. */
    private static String nameOf(Principal caller) {
        Object clinic = caller instanceof JsonWebToken token ? token.getClaim("clinic_id") : null;
        return clinic == null ? "caller " + caller.getName() : "clinic " + clinic;
    }
}
