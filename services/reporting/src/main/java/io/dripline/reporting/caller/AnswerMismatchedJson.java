package io.dripline.reporting.caller;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers 400 to JSON of another shape than expected, naming the field and quoting nothing. */
class AnswerMismatchedJson {

    @ServerExceptionMapper(
            value = {MismatchedInputException.class, InvalidFormatException.class, UnrecognizedPropertyException.class},
            priority = Priorities.USER - 2)
    public Response answer(MismatchedInputException mismatch) {
        String message = mismatch instanceof UnrecognizedPropertyException
                ? "expected no such field"
                : "expected another type, see /q/openapi";
        Violations violations = new Violations();
        violations.malformed(pathOf(mismatch.getPath()), message);
        return violations.problem().toResponse();
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
