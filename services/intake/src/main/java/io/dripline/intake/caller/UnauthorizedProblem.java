package io.dripline.intake.caller;

import io.dripline.intake.request.Refusal;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** 401 without a token. The problem extension's own mapper does not fit this version of Quarkus. */
@Provider
@Priority(1)
public class UnauthorizedProblem implements ExceptionMapper<UnauthorizedException> {

    @Override
    public Response toResponse(UnauthorizedException e) {
        return Refusal.unauthorized("Expected a bearer token").toResponse();
    }
}
