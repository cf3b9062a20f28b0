package io.dripline.classification.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;

/** The problem documents (RFC 9457) with which a request is refused; to be thrown. */
public final class Refusal {

    private Refusal() {}

    /** 400: not readable as what was expected, so the rules could not even be tried. */
    public static HttpProblem malformed(List<Violation> violations) {
        return problem(400, "Bad Request", "The request cannot be read")
                .with("violations", List.copyOf(violations))
                .build();
    }

    /** 400 for one field, parameter or header. */
    public static HttpProblem malformed(String field, String message) {
        return malformed(List.of(new Violation(field, message)));
    }

    /** 403: the caller may not do this. */
    public static HttpProblem forbidden(String detail) {
        return problem(403, "Forbidden", detail).build();
    }

    /** 404: nothing of that name. */
    public static HttpProblem unknown(String detail) {
        return problem(404, "Not Found", detail).build();
    }

    /** 409: what is asked for cannot be while something else is. */
    public static HttpProblem conflict(String detail) {
        return problem(409, "Conflict", detail).build();
    }

    /** 412: changed since the caller read it. */
    public static HttpProblem stale(int revision) {
        return problem(
                        412,
                        "Precondition Failed",
                        "If-Match does not name the ruling's revision, which is \"%d\"".formatted(revision))
                .withHeader("ETag", "\"%d\"".formatted(revision))
                .build();
    }

    /** 413: longer than {@code limit} bytes. */
    public static HttpProblem tooLong(long limit) {
        return problem(413, "Content Too Large", "expected at most %d bytes".formatted(limit))
                .build();
    }

    /** 422: read, and found to break rules; names every violated field. */
    public static HttpProblem rulesBroken(List<Violation> violations) {
        return HttpProblem.builder()
                .withStatus(422)
                .withTitle("Unprocessable Content")
                .with("violations", List.copyOf(violations))
                .build();
    }

    private static HttpProblem.Builder problem(int status, String title, String detail) {
        return HttpProblem.builder().withStatus(status).withTitle(title).withDetail(detail);
    }
}
