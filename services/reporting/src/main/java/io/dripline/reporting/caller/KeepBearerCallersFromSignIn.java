package io.dripline.reporting.caller;

import io.quarkus.oidc.TenantResolver;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * A caller of the API who has no session of the page is a machine: without a valid token it gets a 401, not a redirect
 * to a sign-in page. The page's own calls carry its session cookie and go through the default tenant.
 */
@ApplicationScoped
class KeepBearerCallersFromSignIn implements TenantResolver {

    /** Not "api": a tenant named like a part of the path takes all requests with that path. */
    private static final String BEARER_ONLY = "bearer";

    private static final String SESSION_COOKIE = "q_session";

    @Override
    public @Nullable String resolve(RoutingContext context) {
        if (!context.normalizedPath().startsWith("/api/")) {
            return null;
        }
        boolean signedIn = context.request().cookies().stream()
                .anyMatch(cookie -> cookie.getName().startsWith(SESSION_COOKIE));
        boolean bearer = context.request().headers().contains(HttpHeaders.AUTHORIZATION);
        return signedIn && !bearer ? null : BEARER_ONLY;
    }
}
