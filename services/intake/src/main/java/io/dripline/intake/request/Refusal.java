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

    /** 401: nobody knows who the caller is. */
    public static HttpProblem unauthorized(String detail) {
        return problem(401, "Unauthorized", detail)
                .withHeader("WWW-Authenticate", "Bearer")
                .build();
    }

    /** 403: the caller may not do this. */
    public static HttpProblem forbidden(String detail) {
        return problem(403, "Forbidden", detail).build();
    }

    /** 404: unknown, or another clinic's; the two are not told apart. */
    public static HttpProblem unknownSession() {
        return problem(404, "Not Found", "There is no such session").build();
    }

    /** 404: the clinic never reported a patient by this code. */
    public static HttpProblem unknownPatient() {
        return problem(404, "Not Found", "There is no such patient").build();
    }

    private static HttpProblem conflict(String detail, URI location) {
        return problem(409, "Conflict", detail).withHeader("Location", location).build();
    }

    /** 409: another report has the reference, at {@code location}. */
    public static HttpProblem referenceTaken(URI location) {
        return conflict(
                "The reference was used for another report; amend that one, or choose another reference", location);
    }

    /** 409: a withdrawn session, at {@code location}, stays as it is. */
    public static HttpProblem withdrawn(URI location) {
        return conflict(
                "The session was withdrawn and cannot be changed; report it anew under another reference", location);
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
    public static HttpProblem tooLong(long limit) {
        return problem(413, "Content Too Large", "Expected at most %d bytes".formatted(limit))
                .build();
    }

    /** 415: the body is in a format that the door does not take; sent by the framework in these words. */
    public static HttpProblem unsupportedFormat() {
        return problem(415, "Unsupported Media Type", "HTTP 415 Unsupported Media Type")
                .build();
    }

    /** 422: read, and found to break rules; names every violated field. */
    public static HttpProblem rulesBroken(Collection<Violation> violations) {
        return withViolations(422, "Unprocessable Content", "The request breaks rules", violations);
    }

    /** 428: a change needs the version that it changes. */
    public static HttpProblem preconditionRequired() {
        return problem(428, "Precondition Required", "Send If-Match with the ETag of the version that is to be changed")
                .build();
    }

    /** 500: a defect of this service, which belongs in the log and not in the answer. */
    public static HttpProblem defect() {
        return problem(500, "Internal Server Error", "The fault is not the sender's; it was logged")
                .build();
    }

    /** 503: the database cannot be reached, or was lost before it said whether it had stored the report. */
    public static HttpProblem unavailable() {
        return unavailable("The store cannot be reached; sending the same again is safe");
    }

    /** 503: something that this service needs is away, and nothing was decided. */
    public static HttpProblem unavailable(String detail) {
        return problem(503, "Service Unavailable", detail)
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
