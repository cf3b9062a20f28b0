package io.dripline.intake.request;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** 503 where a database that is away is behind a failure; whatever else nobody expected is a 500, and logged. */
@Provider
@Priority(1)
public class AnswerStoreFailures implements ExceptionMapper<RuntimeException> {

    private static final Logger LOG = Logger.getLogger(AnswerStoreFailures.class);

    @Override
    public Response toResponse(RuntimeException e) {
        if (StoreFailures.isStoreAway(e)) {
            return Refusal.unavailable().toResponse();
        }
        LOG.error("A request met a defect", e);
        return Refusal.defect().toResponse();
    }
}
