package io.dripline.intake.caller;

import io.dripline.intake.request.Refusal;
import io.quarkus.oidc.OIDCException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** 503 while the realm cannot be asked for its keys: nobody can say whether the token is good. */
@Provider
@Priority(1)
public class IdentityAway implements ExceptionMapper<OIDCException> {

    @Override
    public Response toResponse(OIDCException e) {
        return problem();
    }

    static Response problem() {
        return Refusal.unavailable("The token cannot be checked now; try again").toResponse();
    }
}
