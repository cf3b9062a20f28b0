package io.dripline.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Problem documents for what the framework would answer in words of its own, or by a page. */
@Singleton
class AnswerWhatNobodyAnswers {

    private static final Problem NOT_FOUND = new Problem(404, "Not Found", "There is nothing at this address");
    private static final Problem BAD_ADDRESS = new Problem(
            400, "Bad Request", "The address cannot be read: expected a path, with other characters encoded");
    private static final Problem BAD_METHOD =
            new Problem(405, "Method Not Allowed", "Expected GET, HEAD, POST, PUT, DELETE, PATCH or OPTIONS");

    private static final Problem BAD_TYPE =
            new Problem(415, "Unsupported Media Type", "Expected a Content-Type such as application/json");

    /** As RFC 9110 has it; the framework fails on others. */
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$%&'*+.^`|~-]+/[\\w!#$%&'*+.^`|~-]+[ \\t]*(;.*)?");

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.DELETE,
            HttpMethod.PATCH,
            HttpMethod.OPTIONS);

    void register(@Observes Filters filters) {
        filters.register(AnswerWhatNobodyAnswers::check, Order.LIMITS + 1);
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MAX_VALUE).handler(NOT_FOUND::answer);
        // What is refused before any route is tried.
        router.errorHandler(BAD_ADDRESS.status(), BAD_ADDRESS::answerAndClose);
        router.errorHandler(NOT_FOUND.status(), NOT_FOUND::answer);
    }

    private static void check(RoutingContext request) {
        String path = request.request().path();
        if (path == null || !path.startsWith("/") || !isReadable(path)) {
            BAD_ADDRESS.answerAndClose(request);
        } else if (!isMediaType(request.request().getHeader("Content-Type"))) {
            BAD_TYPE.answerAndClose(request);
        } else if (!METHODS.contains(request.request().method())) {
            request.response().putHeader("Allow", "GET, HEAD, POST, PUT, DELETE, PATCH, OPTIONS");
            BAD_METHOD.answerAndClose(request);
        } else {
            request.next();
        }
    }

    private static boolean isMediaType(@Nullable String type) {
        return type == null || MEDIA_TYPE.matcher(type).matches();
    }

    /** Every percent sign stands before two hexadecimal digits. */
    private static boolean isReadable(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c <= ' ' || c == 0x7F) {
                return false;
            }
            if (c == '%') {
                boolean isComplete = i + 2 < path.length();
                int high = isComplete ? Character.digit(path.charAt(i + 1), 16) : -1;
                int low = isComplete ? Character.digit(path.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    return false;
                }
                i += 2;
            }
        }
        return true;
    }
}
