package io.dripline.door;

import io.github.bucket4j.Bucket;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What each clinic, person and machine may still ask, known by the verified token. There is nothing to wait for: an account is two
 * words that are compared and set.
 */
@Singleton
class Accounts {

    /** Set where a request was counted at its door. */
    private static final String COUNTED = Accounts.class.getName() + ".counted";

    record Account(Bucket bucket, UnderWay requests, UnderWay streams) {}

    private final LimitsConfig config;

    /** As many as the realm has callers: nobody without a valid token gets one. */
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    Accounts(LimitsConfig config) {
        this.config = config;
    }

    /** The account of whoever asks; null where that is nobody, or not known yet. */
    @Nullable
    Account of(RoutingContext request) {
        SecurityIdentity caller = callerOf(request);
        if (caller == null || caller.isAnonymous()) {
            return null;
        }
        String name = nameOf(caller.getPrincipal());
        Account account = accounts.get(name);
        return account != null ? account : accounts.computeIfAbsent(name, this::open);
    }

    /** At its door, by what {@link LimitCallers} does with it. */
    static void count(RoutingContext request) {
        request.put(COUNTED, true);
    }

    static boolean isCounted(RoutingContext request) {
        return request.get(COUNTED) != null;
    }

    private static @Nullable SecurityIdentity callerOf(RoutingContext request) {
        if (request.user() instanceof QuarkusHttpUser user) {
            return user.getSecurityIdentity();
        }
        Uni<SecurityIdentity> known = request.get(QuarkusHttpUser.DEFERRED_IDENTITY_KEY);
        return known == null
                ? null
                : known.onFailure()
                        .recoverWithNull()
                        .subscribeAsCompletionStage()
                        .getNow(null);
    }

    private Account open(String name) {
        return new Account(
                Buckets.of(config.requestsAtOnce(), config.requestsPerSecond()),
                new UnderWay(config.requestsUnderWay()),
                new UnderWay(config.streamsOpen()));
    }

    /** A clinic's machines share what their clinic may ask. */
    private static String nameOf(Principal caller) {
        Object clinic = caller instanceof JsonWebToken token ? token.getClaim("clinic_id") : null;
        return clinic == null ? "caller " + caller.getName() : "clinic " + clinic;
    }
}
