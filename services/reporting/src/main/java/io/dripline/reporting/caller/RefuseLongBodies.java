package io.dripline.reporting.caller;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Answers 413 to a body that is announced as longer than the limit, where the server alone would answer nothing. */
@Singleton
class RefuseLongBodies {

    private static final int BEFORE_THE_SERVER = 1_000;

    private final long limit;

    RefuseLongBodies(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_SERVER);
    }

    private void check(RoutingContext request) {
        if (lengthOf(request.request().getHeader("Content-Length")) <= limit) {
            request.next();
            return;
        }
        // What follows is not worth reading.
        request.response()
                .setStatusCode(413)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Connection", "close")
                .end("{\"status\":413,\"title\":\"Content Too Large\",\"detail\":\"expected at most %d bytes\"}"
                        .formatted(limit))
                .onComplete(sent -> request.request().connection().close());
    }

    private static long lengthOf(@Nullable String header) {
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
