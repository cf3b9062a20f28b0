package io.dripline.reporting.caller;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers callers whom the service does not know: whoever asks the API by a 401 that says so, even with the cookie of a
 * session that is over, people by the sign-in page, or by a page that leads there where they sent a form. In place
 * of the problem extension's mappers, which were built against an older {@link ChallengeData} and fail with this one.
 */
class AnswerStrangers {

    private static final int BEFORE_THE_EXTENSION = Priorities.USER - 2;

    private final HttpAuthenticator authenticator;

    AnswerStrangers(HttpAuthenticator authenticator) {
        this.authenticator = authenticator;
    }

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = BEFORE_THE_EXTENSION)
    Uni<Response> withoutToken(RoutingContext request) {
        return answer(request, "A token is needed: Authorization: Bearer ...");
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = BEFORE_THE_EXTENSION)
    Uni<Response> withToken(RoutingContext request) {
        return answer(request, "The token is malformed, expired, of another realm, or not meant for this service.");
    }

    private Uni<Response> answer(RoutingContext request, String detail) {
        if (request.normalizedPath().startsWith("/api/")) {
            Response refusal = Response.fromResponse(problem(detail))
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build();
            return Uni.createFrom().item(refusal);
        }
        if (AnswerUnsentForm.isForm(request.request())) {
            return Uni.createFrom().item(AnswerUnsentForm.answer(request.request()));
        }
        return authenticator.getChallenge(request).map(challenge -> {
            Response.ResponseBuilder answer =
                    challenge.status == 302 ? Response.status(302) : Response.fromResponse(problem(detail));
            challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
            return answer.build();
        });
    }

    private static Response problem(String detail) {
        return HttpProblem.valueOf(Response.Status.UNAUTHORIZED, detail).toResponse();
    }
}
