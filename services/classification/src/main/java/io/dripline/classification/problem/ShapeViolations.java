package io.dripline.classification.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/** Gives what the extension says of fields the shape that every service answers with. */
@Singleton
@Unremovable
class ShapeViolations implements ProblemPostProcessor {

    private static final String VIOLATIONS = "violations";

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getParameters().get(VIOLATIONS) instanceof List<?> violations) {
            return with(
                    problem, violations.stream().map(ShapeViolations::shaped).toList());
        }
        Object field = problem.getParameters().get("field");
        return field == null
                ? problem
                : with(problem, List.of(new Violation(field.toString(), Objects.toString(problem.getDetail(), ""))));
    }

    private static Object shaped(Object violation) {
        return violation instanceof io.quarkiverse.resteasy.problem.validation.Violation theirs
                ? new Violation(theirs.field, theirs.message)
                : violation;
    }

    private static HttpProblem with(HttpProblem problem, List<?> violations) {
        return HttpProblem.builder(problem).with(VIOLATIONS, violations).build();
    }
}
