package io.dripline.intake.request;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The problem documents (RFC 9457) with which a request is refused; to be thrown. */
public final class Refusal {

    private Refusal() {}

    /** 400: not readable as what was expected, so the rules could not even be tried. */
    public static HttpProblem malformed(String detail, Collection<Violation> violations) {
        return withViolations(400, "Bad Request", detail, violations);
    }

    /** 400 for one field or header. */
    public static HttpProblem malformed(String field, String message) {
        return malformed("The request cannot be read", List.of(new Violation(field, message)));
    }

    /** 403: the caller may not do this. */
    public static HttpProblem forbidden(String detail) {
        return problem(403, "Forbidden", detail).build();
    }

    /** 404: unknown, or another clinic's; the two are not told apart. */
    public static HttpProblem unknownSession() {
        return problem(404, "Not Found", "There is no such session").build();
    }

    /** 409: contradicts what is there, at {@code location}. */
    public static HttpProblem conflict(String detail, URI location) {
        return problem(409, "Conflict", detail).withHeader("Location", location).build();
    }

    /** 412: the session changed since the caller read it. */
    public static HttpProblem stale(int currentVersion) {
        return problem(
                        412,
                        "Precondition Failed",
                        "If-Match does not name the session's version, which is \"%d\"".formatted(currentVersion))
                .withHeader("ETag", "\"%d\"".formatted(currentVersion))
                .build();
    }

    /** 413: longer than {@code limit} bytes. */
    public static HttpProblem tooLong(int limit) {
        return problem(413, "Content Too Large", "Expected at most %d bytes".formatted(limit))
                .build();
    }

    /** 422: read, and found to break rules; names every violated field. */
    public static HttpProblem rulesBroken(Collection<Violation> violations) {
        return withViolations(422, "Unprocessable Content", "The session breaks rules", violations);
    }

    /** 428: a change needs the version that it changes. */
    public static HttpProblem preconditionRequired() {
        return problem(428, "Precondition Required", "Send If-Match with the ETag of the version that is to be changed")
                .build();
    }

    /** 503: the database cannot be reached, or was lost before it said whether it had stored the report. */
    public static HttpProblem unavailable() {
        return problem(503, "Service Unavailable", "The store cannot be reached; sending the same again is safe")
                .withHeader("Retry-After", "2")
                .build();
    }

    private static HttpProblem withViolations(
            int status, String title, String detail, Collection<Violation> violations) {
        return problem(status, title, detail)
                .with("violations", List.copyOf(new TreeSet<>(violations)))
                .build();
    }

    private static HttpProblem.Builder problem(int status, String title, String detail) {
        return HttpProblem.builder().withStatus(status).withTitle(title).withDetail(detail);
    }
}
