package io.dripline.reporting.past;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** 503 while the past cannot be asked for; what is true now is answered all the same. */
public class AnswerPastAway {

    private static final Logger LOG = Logger.getLogger(AnswerPastAway.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper
    Response answer(PastAwayException e) {
        LOG.warnf("A question about the past was not answered: %s", e.getMessage());
        return HttpProblem.builder()
                .withStatus(Response.Status.SERVICE_UNAVAILABLE)
                .withTitle("Service Unavailable")
                .withDetail("What was stored then cannot be counted: the classification service does not answer."
                        + " Try again.")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build()
                .toResponse();
    }
}
