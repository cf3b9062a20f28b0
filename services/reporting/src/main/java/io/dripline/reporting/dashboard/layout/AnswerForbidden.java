package io.dripline.reporting.dashboard.layout;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What is answered to somebody who is known and may not: words to a person, a problem document to whoever did not ask for a page. */
class AnswerForbidden {

    private static final int BEFORE_THE_EXTENSION = Priorities.AUTHENTICATION - 2;
    private static final String WORDS =
            "You are signed in, and this page is for people of another role. Where you got its address from somebody, they may see more than you do.";

    @ServerExceptionMapper(value = ForbiddenException.class, priority = BEFORE_THE_EXTENSION)
    Response toWhoeverMayNot(ForbiddenException e, HttpHeaders asked, UriInfo at) {
        HttpProblem problem = ExceptionMapperBase.postProcessorsRegistry.applyPostProcessing(
                HttpProblem.valueOf(Response.Status.FORBIDDEN), ProblemContext.of(e, at));
        // A page's script keeps what is typed and says what came.
        boolean isForAScript = asked.getHeaderString("X-Requested-With") != null;
        return AnswerRefusal.wantsAPage(asked) && !isForAScript
                ? AnswerRefusal.answer(HttpProblem.valueOf(Response.Status.FORBIDDEN, WORDS), asked)
                : problem.toResponse();
    }
}
