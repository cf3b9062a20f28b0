package io.dripline.reporting.caller;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who asks, and which clinics they may see. */
@RequestScoped
public class Caller {

    private static final String SERVICE_ACCOUNT = "service-account-";
    private static final int LONGEST_NAME = 200;

    private final SecurityIdentity identity;
    private final JsonWebToken token;

    Caller(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    /**
     * The one clinic that the caller may see; null for officers and auditors, who see every clinic.
     *
     * @throws HttpProblem 403 if the caller is a clinic and the token does not say which
     */
    public @Nullable String onlyClinic() {
        return seesEveryClinic() ? null : clinic();
    }

    /**
     * The clinic that the caller belongs to.
     *
     * @throws HttpProblem 403 if the token does not say which
     */
    public String clinic() {
        String clinic = token.getClaim("clinic_id");
        if (clinic == null || clinic.isBlank()) {
            throw forbidden("The token has the role clinic but no claim clinic_id that says which.");
        }
        return clinic;
    }

    /** Whether the caller is an officer or an auditor; a clinic is neither. */
    public boolean seesEveryClinic() {
        return identity.hasRole("safety-officer") || identity.hasRole("auditor");
    }

    /**
     * The clinic to filter by: the one asked for, or the only one that the caller may see.
     *
     * @throws HttpProblem 403 if another clinic was asked for
     */
    public @Nullable String clinicToShow(@Nullable String asked) {
        String only = onlyClinic();
        if (only == null) {
            return asked;
        }
        if (asked != null && !asked.equals(only)) {
            throw forbidden("clinic: %s may see its own numbers only.".formatted(only));
        }
        return only;
    }

    /**
     * A person's user name or a machine's client id: signs what is done.
     *
     * @throws HttpProblem 403 if the token names nobody
     */
    public String who() {
        return Stream.of("preferred_username", "azp", "client_id", "sub")
                .map(name -> token.<Object>claim(name).map(Object::toString).orElse(null))
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank() && name.length() <= LONGEST_NAME && !name.startsWith(SERVICE_ACCOUNT))
                .findFirst()
                .orElseThrow(() -> forbidden("The token names nobody who could sign."));
    }

    /** When the token expires: what the caller was allowed until then may have been taken back. */
    public Instant knownUntil() {
        return Instant.ofEpochSecond(token.getExpirationTime());
    }

    private static HttpProblem forbidden(String detail) {
        return HttpProblem.valueOf(Response.Status.FORBIDDEN, detail);
    }
}
