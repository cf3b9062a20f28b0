package io.dripline.door;

import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/**
 * Answers 429 to a caller who asks too much of a door that is open to them, in a second or at the same time. What comes to no such
 * door {@link LimitFailures} counts.
 */
class LimitCallers {

    static final Problem TOO_MANY =
            new Problem(429, "Too Many Requests", "Expected fewer requests in a second; many reports go in one batch");

    static final Problem TOO_MANY_AT_ONCE = new Problem(
            429, "Too Many Requests", "Expected fewer requests at the same time; many reports go in one batch");

    private final LimitsConfig config;
    private final Accounts accounts;

    LimitCallers(LimitsConfig config, Accounts accounts) {
        this.config = config;
        this.accounts = accounts;
    }

    /** A limit that is none, or that lets nobody in, is found out at the start. */
    void check(@Observes StartupEvent start) {
        requireOne("least-body-rate", config.leastBodyRate());
        requireOne("requests-under-way", config.requestsUnderWay());
        requireOne("streams-open", config.streamsOpen());
    }

    static void requireOne(String setting, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "dripline.limits.%s: expected 1 or more, found %d".formatted(setting, value));
        }
    }

    @ServerRequestFilter
    @Nullable
    Response limit(ContainerRequestContext request, RoutingContext context, ResourceInfo door) {
        // The door's role was asked for before, so that the caller is known by now and nothing is waited for.
        Accounts.Account account = accounts.of(context);
        Accounts.count(context);
        if (account == null) {
            return null;
        }
        ConsumptionProbe asked = account.bucket().tryConsumeAndReturnRemaining(1);
        if (!asked.isConsumed()) {
            return refusal(TOO_MANY, Buckets.secondsUntil(asked));
        }
        boolean isStream = isStream(door);
        UnderWay underWay = isStream ? account.streams() : account.requests();
        if (!underWay.begin()) {
            return refusal(TOO_MANY_AT_ONCE, 1);
        }
        if (isStream) {
            endWithTheConnection(context, underWay);
        } else {
            endWithTheWork(underWay);
        }
        if (hasBody(context.request().headers())) {
            request.setEntityStream(new ImpatientStream(
                    request.getEntityStream(),
                    config.bodyPatience(),
                    config.leastBodyRate(),
                    () -> closeAfterTheAnswer(context)));
        }
        return null;
    }

    private static Response refusal(Problem problem, long retryAfter) {
        return Response.status(problem.status())
                .header(HttpHeaders.RETRY_AFTER, retryAfter)
                .type(Problem.TYPE)
                .entity(problem.json())
                .build();
    }

    private static boolean isStream(ResourceInfo door) {
        Produces produces = door.getResourceMethod().getAnnotation(Produces.class);
        return produces != null && List.of(produces.value()).contains(MediaType.SERVER_SENT_EVENTS);
    }

    /** When nothing works on it any more: whoever has hung up still has a worker that waits for the database. */
    private static void endWithTheWork(UnderWay underWay) {
        CurrentRequestManager.get().registerCompletionCallback(failure -> underWay.end());
    }

    /** A stream holds no worker: it is over with its answer or with its connection, and once. */
    static void endWithTheConnection(RoutingContext context, UnderWay underWay) {
        AtomicBoolean hasEnded = new AtomicBoolean();
        Runnable end = () -> {
            if (hasEnded.compareAndSet(false, true)) {
                underWay.end();
            }
        };
        context.addEndHandler(ended -> end.run());
        // A connection that was lost before says so to nobody any more.
        if (context.response().closed()) {
            end.run();
        }
    }

    /** What drips would go on doing so. Other callers may share a connection of HTTP/2, where one that is not read comes to a halt. */
    static void closeAfterTheAnswer(RoutingContext context) {
        if (context.request().version() == HttpVersion.HTTP_2) {
            return;
        }
        context.addEndHandler(sent -> context.request().connection().close());
        if (!context.response().headWritten()) {
            context.response().putHeader("Connection", "close");
        }
    }

    private static boolean hasBody(MultiMap headers) {
        return headers.contains(HttpHeaders.CONTENT_LENGTH) || headers.contains("Transfer-Encoding");
    }
}
