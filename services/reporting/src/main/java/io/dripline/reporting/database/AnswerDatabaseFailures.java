package io.dripline.reporting.database;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.JdbiException;

/** 503 while the database is away; any other failure of it is a defect, logged and answered by 500. */
public class AnswerDatabaseFailures {

    private static final Logger LOG = Logger.getLogger(AnswerDatabaseFailures.class);

    @ServerExceptionMapper
    Response answer(JdbiException e) {
        return problem(e);
    }

    /** The problem document for a failure. */
    public static Response problem(JdbiException e) {
        if (DatabaseAway.isBehind(e)) {
            return HttpProblem.builder()
                    .withStatus(Response.Status.SERVICE_UNAVAILABLE)
                    .withTitle("Service Unavailable")
                    .withDetail("The database cannot be reached. Try again.")
                    .withHeader(HttpHeaders.RETRY_AFTER, DatabaseAway.RETRY_AFTER_SECONDS)
                    .build()
                    .toResponse();
        }
        LOG.error("A request met a defect", e);
        return HttpProblem.valueOf(
                        Response.Status.INTERNAL_SERVER_ERROR, "The fault is not the caller's; it was logged.")
                .toResponse();
    }
}
