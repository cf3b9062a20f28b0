package io.dripline.intake.caller;

import io.dripline.intake.request.Refusal;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sent the request, as the verified token says. */
@RequestScoped
public class Caller {

    private static final Pattern CLINIC = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final String SERVICE_ACCOUNT = "service-account-";

    private final SecurityIdentity identity;
    private final JsonWebToken token;

    Caller(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    /**
     * The clinic for which the caller writes.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 where the token names none
     */
    public String clinic() {
        return token.claim("clinic_id")
                .map(Object::toString)
                .filter(id -> CLINIC.matcher(id).matches())
                .orElseThrow(() -> Refusal.forbidden("The token's claim clinic_id names no clinic"));
    }

    /** The one clinic whose sessions the caller may read; empty for officers and auditors, who read all. */
    public Optional<String> readsOnly() {
        boolean readsAll = identity.hasRole(Role.SAFETY_OFFICER) || identity.hasRole(Role.AUDITOR);
        return readsAll ? Optional.empty() : Optional.of(clinic());
    }

    /** A person's user name or a machine's client id, for the audit trail. */
    public String who() {
        return Stream.of("preferred_username", "azp", "client_id", "sub")
                .map(name -> token.<Object>claim(name).map(Object::toString).orElse(null))
                .filter(Objects::nonNull)
                .filter(name -> !name.startsWith(SERVICE_ACCOUNT))
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden("The token names nobody"));
    }
}
