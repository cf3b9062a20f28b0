package io.dripline.door;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * A refusal (RFC 9457) that is written without the framework, which may be what refuses.
 *
 * @param status of HTTP
 * @param title its name
 * @param detail what is wrong and what was expected; constant texts, so that nothing needs escaping
 */
record Problem(int status, String title, String detail) {

    /** The media type. */
    static final String TYPE = "application/problem+json";

    /** The document. */
    String json() {
        return "{\"status\":%d,\"title\":\"%s\",\"detail\":\"%s\"}".formatted(status, title, detail);
    }

    /** Answers with it; the connection stays. */
    Future<Void> answer(RoutingContext request) {
        SetSecurityHeaders.on(request);
        HttpServerResponse response = request.response();
        return response.setStatusCode(status).putHeader("Content-Type", TYPE).end(json());
    }

    /** Answers with it and closes, because what follows is not worth reading. */
    void answerAndClose(RoutingContext request) {
        request.response().putHeader("Connection", "close");
        answer(request).onComplete(sent -> request.request().connection().close());
    }
}
