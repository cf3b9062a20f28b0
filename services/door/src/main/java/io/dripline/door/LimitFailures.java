package io.dripline.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.BiConsumer;

/**
 * Answers 429 to a false token from an address from which too many of them came, and to whoever has a valid one and asks again and again
 * for what is not theirs or is nowhere: that counts as any request does. Everything else is let in all the same, valid
 * tokens, people who sign in and checks of health: many clinics may share an address with whoever tries, and nobody must be
 * shut out by that.
 */
@Singleton
class LimitFailures {

    static final Problem TOO_MANY =
            new Problem(429, "Too Many Requests", "Expected a valid token; too many false ones came from this address");

    private static final BiConsumer<RoutingContext, Throwable> ANSWERED_HERE = (request, failure) -> {};

    private static final String BEARER = "Bearer ";

    private static final int UNAUTHORIZED = 401;
    /** More addresses than that are not told apart for long, so that who has many cannot fill the memory. */
    private static final int MOST_ADDRESSES = 10_000;

    private static final int AFTER_THE_TOKEN_IS_FOUND = SecurityHandlerPriorities.AUTHENTICATION - 50;

    private final LimitsConfig config;
    private final Accounts accounts;

    /** What an address may still send of false tokens, before it gets 429 for them. */
    private final Cache<String, Bucket> falseTokens = byAddress();

    /** What it may still send of other requests that are refused before their door, before whoever sends them is looked at. */
    private final Cache<String, Bucket> refusals = byAddress();

    LimitFailures(LimitsConfig config, Accounts accounts) {
        this.config = config;
        this.accounts = accounts;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_THE_TOKEN_IS_FOUND);
    }

    private void check(RoutingContext request) {
        if (!bringsAToken(request) || isForOperators(request)) {
            request.next();
            return;
        }
        SocketAddress from = request.request().remoteAddress();
        String address = from == null || from.hostAddress() == null ? "" : from.hostAddress();
        request.addEndHandler(sent -> count(request, address));
        boolean isOutOfFalseTokens = isOut(falseTokens, address);
        Uni<SecurityIdentity> identity = request.get(QuarkusHttpUser.DEFERRED_IDENTITY_KEY);
        if (identity == null || !isOutOfFalseTokens && !isOut(refusals, address)) {
            request.next();
            return;
        }
        // What answers 401 to a false token; here it would answer too.
        BiConsumer<RoutingContext, Throwable> challenge = request.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, ANSWERED_HERE);
        identity.subscribe()
                .with(
                        known -> {
                            request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, challenge);
                            Accounts.Account account = accounts.of(request);
                            if (account == null || account.bucket().getAvailableTokens() > 0) {
                                request.next();
                            } else {
                                refuse(request, LimitCallers.TOO_MANY);
                            }
                        },
                        failed -> {
                            if (isOutOfFalseTokens) {
                                refuse(request, TOO_MANY);
                            } else {
                                request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, challenge);
                                request.next();
                            }
                        });
    }

    /** Whose token it was is known where a door asked, or once this address is looked at closely; until then the address counts alone. */
    private void count(RoutingContext request, String address) {
        int status = request.response().getStatusCode();
        boolean isRefusedBeforeItsDoor =
                status >= 400 && status < 500 && status != TOO_MANY.status() && !Accounts.isCounted(request);
        if (!isRefusedBeforeItsDoor) {
            return;
        }
        if (status == UNAUTHORIZED) {
            bucketOf(falseTokens, address).tryConsume(1);
            return;
        }
        bucketOf(refusals, address).tryConsume(1);
        Accounts.Account account = accounts.of(request);
        if (account != null) {
            account.bucket().tryConsume(1);
        }
    }

    /** Whoever brings none is told so, or is sent to sign in, for next to nothing. */
    private static boolean bringsAToken(RoutingContext request) {
        String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    private static boolean isForOperators(RoutingContext request) {
        return request.normalizedPath().startsWith("/q/");
    }

    private static void refuse(RoutingContext request, Problem problem) {
        request.response().putHeader("Retry-After", "1");
        problem.answer(request);
    }

    private static boolean isOut(Cache<String, Bucket> buckets, String address) {
        Bucket bucket = buckets.getIfPresent(address);
        return bucket != null && bucket.getAvailableTokens() <= 0;
    }

    private Bucket bucketOf(Cache<String, Bucket> buckets, String address) {
        return buckets.get(address, unknown -> Buckets.of(config.failuresAtOnce(), config.failuresPerSecond()));
    }

    private static Cache<String, Bucket> byAddress() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterAccess(Duration.ofMinutes(15))
                .build();
    }
}
