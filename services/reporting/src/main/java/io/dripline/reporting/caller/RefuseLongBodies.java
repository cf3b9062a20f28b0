package io.dripline.reporting.caller;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Answers 413 to a body that is announced as longer than its door takes, where the server alone would answer nothing. One that is not announced is
 * cut off where it is read.
 */
@Singleton
class RefuseLongBodies {

    /** Where a clinic's file comes in. */
    private static final String UPLOAD = "/clinic/sessions/upload";

    private static final long LONGEST = 1 << 20;

    /** As long as a batch of intake's. */
    private static final long LONGEST_FILE = 64 << 20;

    /** What a browser puts around a file, and the fields beside it. */
    private static final long FRAME = 1 << 16;

    private static final int BEFORE_THE_SERVER = 1_000;

    /** The server sets its own limit, which is that of the longest door, before that. */
    private static final int AFTER_THE_SERVER = 1;

    /** What the server reads when it reads a body. */
    private static final String LIMIT_OF_THE_BODY = "io.quarkus.max-request-size";

    void register(@Observes Filters filters) {
        filters.register(RefuseLongBodies::check, BEFORE_THE_SERVER);
        filters.register(RefuseLongBodies::limit, AFTER_THE_SERVER);
    }

    private static void check(RoutingContext request) {
        boolean isFile = isFile(request);
        if (lengthOf(request.request().getHeader("Content-Length")) <= limitOf(isFile)) {
            request.next();
            return;
        }
        // What follows is not worth reading.
        request.response()
                .setStatusCode(413)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Connection", "close")
                .end("{\"status\":413,\"title\":\"Content Too Large\",\"detail\":\"expected at most %d bytes\"}"
                        .formatted(isFile ? LONGEST_FILE : LONGEST))
                .onComplete(sent -> request.request().connection().close());
    }

    private static void limit(RoutingContext request) {
        request.put(LIMIT_OF_THE_BODY, limitOf(isFile(request)));
        request.next();
    }

    private static boolean isFile(RoutingContext request) {
        return UPLOAD.equals(request.normalizedPath());
    }

    private static long limitOf(boolean isFile) {
        return isFile ? LONGEST_FILE + FRAME : LONGEST;
    }

    private static long lengthOf(@Nullable String header) {
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
