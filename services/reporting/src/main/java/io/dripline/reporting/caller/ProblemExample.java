package io.dripline.reporting.caller;

/** The refusals that the API's description shows; a test provokes them and compares. */
public final class ProblemExample {

    /** The media type of every refusal. */
    public static final String TYPE = "application/problem+json";

    /** The name of the schema that the extension for problems describes. */
    public static final String SCHEMA = "HttpProblem";

    static final String UNAUTHORIZED = """
            { "status": 401, "title": "Unauthorized", "detail": "A token is needed: Authorization: Bearer ..." }
            """;

    static final String FORBIDDEN = """
            { "status": 403, "title": "Forbidden",
              "detail": "The token has the role clinic but no claim clinic_id that says which." }
            """;

    /** Doors that are the same for every clinic, and those for some roles, ask for a role only. */
    public static final String OTHER_ROLE = """
            { "status": 403, "title": "Forbidden" }
            """;

    static final String UNKNOWN_PARAMETER = """
            { "status": 400, "title": "Bad Request", "detail": "The request cannot be read",
              "violations": [ { "field": "colour", "message": "unknown parameter; none is expected here" } ] }
            """;

    static final String TOO_LONG = """
            { "status": 413, "title": "Content Too Large", "detail": "expected at most 1048576 bytes" }
            """;

    public static final String AWAY = """
            { "status": 503, "title": "Service Unavailable", "detail": "The database cannot be reached. Try again." }
            """;

    private ProblemExample() {}
}
