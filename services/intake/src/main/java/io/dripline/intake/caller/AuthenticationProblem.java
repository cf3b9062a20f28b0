package io.dripline.intake.caller;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** 401 with a token that is expired, foreign or no token; which of them is nobody's business. */
@Provider
@Priority(1)
public class AuthenticationProblem implements ExceptionMapper<AuthenticationFailedException> {

    @Override
    public Response toResponse(AuthenticationFailedException e) {
        return UnauthorizedProblem.problem("The token is not valid here");
    }
}
