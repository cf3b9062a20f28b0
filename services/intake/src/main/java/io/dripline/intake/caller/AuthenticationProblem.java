package io.dripline.intake.caller;

import io.dripline.intake.request.Refusal;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * 401 with a token that is expired, foreign or no token; which of them is nobody's business. 503 where that could not be
 * found out.
 */
@Provider
@Priority(1)
public class AuthenticationProblem implements ExceptionMapper<AuthenticationFailedException> {

    @Override
    public Response toResponse(AuthenticationFailedException e) {
        return isForWantOfTheRealm(e.getCause())
                ? IdentityAway.problem()
                : Refusal.unauthorized("The token is not valid here").toResponse();
    }

    private static boolean isForWantOfTheRealm(@Nullable Throwable cause) {
        return cause != null
                && (cause instanceof OIDCException
                        || cause instanceof IOException
                        || isForWantOfTheRealm(cause.getCause()));
    }
}
