package io.dripline.classification.problem;

/** The refusals that the API's description shows; a test provokes each and compares. */
public final class ProblemExample {

    /** The media type of every refusal. */
    public static final String TYPE = "application/problem+json";

    /** The name of the schema that the extension for problems describes. */
    public static final String SCHEMA = "HttpProblem";

    public static final String UNAUTHORIZED = """
            { "status": 401, "title": "Unauthorized", "detail": "expected a bearer token, found none" }
            """;

    public static final String FORBIDDEN = """
            { "status": 403, "title": "Forbidden", "instance": "/codings" }
            """;

    public static final String TOO_LONG = """
            { "status": 413, "title": "Content Too Large", "detail": "expected at most 1048576 bytes" }
            """;

    public static final String UNSUPPORTED = """
            { "status": 415, "title": "Unsupported Media Type",
              "detail": "The content-type header value did not match the value in @Consumes",
              "instance": "/codings" }
            """;

    private ProblemExample() {}
}
