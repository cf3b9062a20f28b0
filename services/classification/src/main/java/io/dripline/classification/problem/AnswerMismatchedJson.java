package io.dripline.classification.problem;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers 400 to JSON of another shape than expected, naming the field. */
class AnswerMismatchedJson {

    @ServerExceptionMapper
    public Response answer(MismatchedInputException mismatch) {
        HttpProblem.Builder problem = HttpProblem.builder()
                .withStatus(Response.Status.BAD_REQUEST)
                .withTitle(Response.Status.BAD_REQUEST.getReasonPhrase())
                .withDetail("expected JSON of another shape; see /q/openapi");
        if (!mismatch.getPath().isEmpty()) {
            problem.with("field", pathOf(mismatch.getPath()));
        }
        return problem.build().toResponse();
    }

    private static String pathOf(List<Reference> references) {
        StringBuilder path = new StringBuilder();
        for (Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }
}
