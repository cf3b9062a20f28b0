package io.dripline.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * 403 for a change that a browser sends with its cookies from a page of another origin, or without saying from where: a
 * person who is signed in is not to change anything by looking at somebody's page. Bearer tokens are no cookies; a
 * browser adds them nowhere by itself.
 */
@Singleton
class RefuseForeignOrigins {

    private static final Problem FOREIGN =
            new Problem(403, "Forbidden", "Changes by cookie are expected from this service's own pages alone");

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Of a page of ours, or typed by the person. */
    private static final Set<String> OURS_OR_THE_PERSONS = Set.of("same-origin", "none");

    void register(@Observes Filters filters) {
        filters.register(RefuseForeignOrigins::check, Order.LIMITS);
    }

    private static void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean isByCookie =
                request.headers().contains("Cookie") && !request.headers().contains("Authorization");
        if (!isByCookie || READING.contains(request.method()) || isOwn(request)) {
            context.next();
        } else {
            FOREIGN.answerAndClose(context);
        }
    }

    /**
     * What a browser says of the site holds behind a proxy too, where neither scheme nor host need be those of the page; no
     * script can set it. A browser says it over TLS and to the machine itself alone, so that elsewhere the origin counts.
     * What says nothing is none of our pages.
     */
    private static boolean isOwn(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OURS_OR_THE_PERSONS.contains(site);
        }
        String origin = request.getHeader("Origin");
        HostAndPort host = request.authority();
        if (origin == null || host == null) {
            return false;
        }
        String own = request.scheme() + "://" + host;
        return origin.equals(own);
    }
}
