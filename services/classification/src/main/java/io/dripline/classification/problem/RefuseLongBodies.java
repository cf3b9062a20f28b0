package io.dripline.classification.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Answers 413 to a body that is announced as longer than its door takes, before any of it is read. */
@Singleton
class RefuseLongBodies {

    private static final int BEFORE_THE_SERVER = 1_000;

    void register(@Observes Filters filters) {
        filters.register(RefuseLongBodies::check, BEFORE_THE_SERVER);
    }

    private static void check(RoutingContext request) {
        long limit = request.normalizedPath().equals(Body.IMPORT) ? Body.IMPORT_LIMIT : Body.LIMIT;
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
