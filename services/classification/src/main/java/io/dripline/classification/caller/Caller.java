package io.dripline.classification.caller;

import io.dripline.classification.problem.Refusal;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sent the request, as the verified token says. */
@RequestScoped
public class Caller {

    private static final String SERVICE_ACCOUNT = "service-account-";
    private static final int LONGEST = 200;

    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    /** A person's user name or a machine's client id: signs what is ruled. */
    public String who() {
        return Stream.of("preferred_username", "azp", "client_id", "sub")
                .map(name -> token.<Object>claim(name).map(Object::toString).orElse(null))
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank() && name.length() <= LONGEST && !name.startsWith(SERVICE_ACCOUNT))
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden("The token names nobody who could sign"));
    }
}
