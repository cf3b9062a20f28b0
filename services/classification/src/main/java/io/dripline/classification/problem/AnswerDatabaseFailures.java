package io.dripline.classification.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** 503 while the database is away; any other failure is a defect, logged and answered by 500. */
class AnswerDatabaseFailures {

    private static final Logger LOG = Logger.getLogger(AnswerDatabaseFailures.class);

    @ServerExceptionMapper
    Response answer(SQLException e) {
        return answerAny(e);
    }

    @ServerExceptionMapper
    Response answer(IllegalStateException e) {
        return answerAny(e);
    }

    @ServerExceptionMapper
    Response answer(RollbackException e) {
        return answerAny(e);
    }

    private static Response answerAny(Exception e) {
        if (isAway(e)) {
            return HttpProblem.builder()
                    .withStatus(503)
                    .withTitle("Service Unavailable")
                    .withDetail("The database cannot be reached; sending the same again is safe")
                    .withHeader("Retry-After", "2")
                    .build()
                    .toResponse();
        }
        LOG.error("A request met a defect", e);
        return HttpProblem.builder()
                .withStatus(500)
                .withTitle("Internal Server Error")
                .withDetail("The fault is not the caller's; it was logged")
                .build()
                .toResponse();
    }

    /** Connection lost or refused, server stopping, out of resources, chosen to end a conflict, out of time. */
    private static boolean isAway(@Nullable Throwable failure) {
        if (failure == null) {
            return false;
        }
        if (failure instanceof SQLException e) {
            @Nullable String state = e.getSQLState();
            if (e instanceof SQLTransientException
                    || state == null
                    || state.startsWith("08")
                    || state.startsWith("57P")
                    || state.startsWith("53")
                    || state.startsWith("40")
                    || state.startsWith("25P")) {
                return true;
            }
        }
        if (isAway(failure.getCause())) {
            return true;
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            if (isAway(suppressed)) {
                return true;
            }
        }
        return false;
    }
}
