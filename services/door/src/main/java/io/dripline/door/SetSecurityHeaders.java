package io.dripline.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Tells browsers what not to do, with every answer, whoever makes it. Set before the answer is made, so that a door may say
 * otherwise.
 */
@Singleton
class SetSecurityHeaders {

    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence SAME_ORIGIN = HttpHeaders.createOptimized("same-origin");
    private static final CharSequence DENY = HttpHeaders.createOptimized("DENY");
    private static final CharSequence NO_FEATURES = HttpHeaders.createOptimized(
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");
    /** For this host alone: what other hosts of its domain serve is not for a service to say. */
    private static final CharSequence TWO_YEARS = HttpHeaders.createOptimized("max-age=63072000");

    /** Pages use their own scripts, styles and pictures, nothing inline and nothing of others. */
    private static final CharSequence OWN_PARTS_ONLY =
            HttpHeaders.createOptimized("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");

    /** Swagger UI has scripts and styles inline. It is served on a developer's machine alone. */
    private static final CharSequence INLINE_TOO =
            HttpHeaders.createOptimized("default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self'"
                    + " 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'");

    private static final CharSequence CONTENT_SECURITY_POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence FRAME_OPTIONS = HttpHeaders.createOptimized("X-Frame-Options");
    private static final CharSequence REFERRER_POLICY = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence PERMISSIONS_POLICY = HttpHeaders.createOptimized("Permissions-Policy");
    private static final CharSequence OPENER_POLICY = HttpHeaders.createOptimized("Cross-Origin-Opener-Policy");
    private static final CharSequence RESOURCE_POLICY = HttpHeaders.createOptimized("Cross-Origin-Resource-Policy");
    private static final CharSequence TRANSPORT = HttpHeaders.createOptimized("Strict-Transport-Security");

    void register(@Observes Filters filters) {
        filters.register(SetSecurityHeaders::set, Order.HEADERS);
    }

    private static void set(RoutingContext request) {
        on(request);
        request.next();
    }

    /** Sets them, also where no filter came to do so. */
    static void on(RoutingContext request) {
        String path = request.request().path();
        MultiMap headers = request.response().headers();
        boolean isSwagger = path != null && path.startsWith("/q/swagger-ui");
        headers.set(CONTENT_SECURITY_POLICY, isSwagger ? INLINE_TOO : OWN_PARTS_ONLY);
        headers.set(CONTENT_TYPE_OPTIONS, NOSNIFF);
        headers.set(FRAME_OPTIONS, DENY);
        headers.set(REFERRER_POLICY, NO_REFERRER);
        headers.set(PERMISSIONS_POLICY, NO_FEATURES);
        headers.set(OPENER_POLICY, SAME_ORIGIN);
        headers.set(RESOURCE_POLICY, SAME_ORIGIN);
        if (!isPartOfAPage(path)) {
            headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
        }
        if ("https".equals(request.request().scheme())) {
            headers.set(TRANSPORT, TWO_YEARS);
        }
    }

    /** Scripts, styles and pictures hold no data, and the server says itself how long they last. */
    private static boolean isPartOfAPage(@Nullable String path) {
        return path != null
                && (path.startsWith("/_static/")
                        || path.endsWith(".js")
                        || path.endsWith(".css")
                        || path.endsWith(".svg"));
    }
}
