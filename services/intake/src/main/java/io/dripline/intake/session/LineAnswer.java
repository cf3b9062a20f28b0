package io.dripline.intake.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dripline.intake.request.Violation;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line of a batch.
 *
 * @param line its number in the body, from 1
 * @param status what posting it alone would have been answered with
 * @param id the session, stored now (201) or before (200)
 * @param title the problem in short, where it was refused
 * @param location the session that has the line's reference (409)
 * @param violations every violated field (400, 422)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineAnswer(
        int line,
        int status,
        @Nullable UUID id,
        @Nullable String title,
        @Nullable String detail,
        @Nullable String location,
        @Nullable List<Violation> violations) {

    static LineAnswer stored(int line, UUID id) {
        return new LineAnswer(line, 201, id, null, null, null, null);
    }

    static LineAnswer repeated(int line, UUID id) {
        return new LineAnswer(line, 200, id, null, null, null, null);
    }

    static LineAnswer refused(int line, HttpProblem problem) {
        Object location = problem.getHeaders().get("Location");
        return new LineAnswer(
                line,
                problem.getStatusCode(),
                null,
                problem.getTitle(),
                problem.getDetail(),
                location == null ? null : location.toString(),
                violations(problem));
    }

    private static @Nullable List<Violation> violations(HttpProblem problem) {
        return problem.getParameters().get("violations") instanceof Collection<?> violations && !violations.isEmpty()
                ? violations.stream().map(Violation.class::cast).toList()
                : null;
    }
}
