package io.dripline.classification.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers 401 with the challenge of the mechanism in use. Stands in for the extension's own mappers, which were built for
 * an older {@link ChallengeData} and fail.
 */
class AnswerUnauthenticated {

    private static final int BEFORE_THE_EXTENSION = Priorities.USER - 2;

    private final HttpAuthenticator authenticator;

    AnswerUnauthenticated(HttpAuthenticator authenticator) {
        this.authenticator = authenticator;
    }

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = BEFORE_THE_EXTENSION)
    public Uni<Response> missing(RoutingContext request) {
        return challenge(request, "expected a bearer token, found none");
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = BEFORE_THE_EXTENSION)
    public Uni<Response> refused(RoutingContext request) {
        return challenge(
                request, "the bearer token is malformed, expired, not this realm's or not meant for this service");
    }

    private Uni<Response> challenge(RoutingContext request, String detail) {
        return authenticator.getChallenge(request).map(challenge -> answer(challenge.getHeaders(), detail));
    }

    private static Response answer(Map<CharSequence, String> challenge, String detail) {
        HttpProblem.Builder problem = HttpProblem.builder()
                .withStatus(Response.Status.UNAUTHORIZED)
                .withTitle(Response.Status.UNAUTHORIZED.getReasonPhrase())
                .withDetail(detail);
        challenge.forEach((name, value) -> problem.withHeader(name.toString(), value));
        return problem.build().toResponse();
    }
}
