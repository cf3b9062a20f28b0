package io.dripline.reporting.alert;

/** The steps and their refusals that the API's description shows; a test takes and provokes them and compares. */
final class StepExample {

    static final String ACKNOWLEDGEMENT = "{}";

    static final String ASSESSMENT = """
            {"assessment": "EXPLAINED", "reason": "A larger bolus since week 45, under review by the pain team."}
            """;

    static final String CLOSURE = """
            {"reason": "The bolus is as before; see the minutes of the safety board."}
            """;

    static final String UNKNOWN_FIELD = """
            {"status": 400, "title": "Bad Request", "detail": "The request cannot be read", \
            "violations": [{"field": "colour", "message": "unknown field"}]}
            """;

    static final String ACKNOWLEDGED_ALREADY = """
            {"status": 409, "title": "Conflict", "detail": "Expected an alert that is RAISED, found one that is \
            ACKNOWLEDGED."}
            """;

    static final String CLOSED_ALREADY = """
            {"status": 409, "title": "Conflict", "detail": "Expected an alert that is RAISED or ACKNOWLEDGED or \
            ASSESSED, found one that is CLOSED."}
            """;

    static final String NOT_ASSESSED = """
            {"status": 409, "title": "Conflict", "detail": "Expected an alert that is ASSESSED or SUPERSEDED, \
            found one that is RAISED."}
            """;

    static final String STALE = """
            {"status": 412, "title": "Precondition Failed", "detail": "If-Match does not name the alert's version, \
            which is \\"2\\": it is ACKNOWLEDGED by now."}
            """;

    static final String ASSESSMENT_BROKEN = """
            {"status": 422, "title": "Unprocessable Content", "detail": "The request breaks rules", "violations": \
            [{"field": "assessment", "message": "missing"}, {"field": "reason", "message": "expected a sentence \
            that says why, found none"}]}
            """;

    static final String CLOSURE_BROKEN = """
            {"status": 422, "title": "Unprocessable Content", "detail": "The request breaks rules", "violations": \
            [{"field": "reason", "message": "expected a sentence that says why, found none"}]}
            """;

    static final String WITHOUT_IF_MATCH = """
            {"status": 428, "title": "Precondition Required", "detail": "Send If-Match with the ETag of the alert as \
            you read it, which is its version in double quotes."}
            """;

    private StepExample() {}
}
