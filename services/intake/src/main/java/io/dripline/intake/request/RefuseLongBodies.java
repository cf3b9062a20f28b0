package io.dripline.intake.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * 413 for a body that is announced as longer than any door takes, before any of it is read. The server's own refusal is
 * no problem document, so its limit is a little higher. A body without an announced length is cut off where it is read.
 */
@Singleton
class RefuseLongBodies {

    private static final int BEFORE_THE_SERVER = 1_000;

    void register(@Observes Filters filters) {
        filters.register(RefuseLongBodies::check, BEFORE_THE_SERVER);
    }

    private static void check(RoutingContext request) {
        if (lengthOf(request.request().getHeader("Content-Length")) <= StrictJson.LONGEST_BATCH) {
            request.next();
            return;
        }
        // What follows is not worth reading.
        request.response()
                .setStatusCode(413)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Connection", "close")
                .end("{\"status\":413,\"title\":\"Content Too Large\",\"detail\":\"Expected at most %d bytes\"}"
                        .formatted(StrictJson.LONGEST_BATCH))
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
