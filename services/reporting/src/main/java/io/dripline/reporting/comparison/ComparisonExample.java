package io.dripline.reporting.comparison;

/** What the API's description shows; a test compares it with what is answered. */
final class ComparisonExample {

    static final String LIST = """
            [{"monitor": "table9-hepatic", "measure": "HEPATIC", "unit": "FIRST_COURSE", "cohort": {}, \
            "exposed": 0, "affected": 0, "possible": 0, "rate": null, "clopperPearson": null, "baseline": \
            "table9-hepatic", "p0": null, "lnE": null, "threshold": 200.0, "alwaysValidP": null, "verdict": \
            "CANNOT_ASSESS", "promise": "NONE", "promiseRemarks": ["There is no null: the source prints words \
            only."], "secondOpinions": {"exactTail": null, "maxSprt": null, "cusum": null}, "exceedsFigures": \
            0, "ofFigures": 1}]
            """;

    static final String MALFORMED = """
            {"status": 400, "title": "Bad Request", "detail": "The request cannot be read", \
            "violations": [{"field": "asOf", "message": \
            "expected a time with its offset, as 2026-11-22T09:00:00Z, found yesterday"}]}
            """;

    static final String BROKEN = """
            {"status": 422, "title": "Unprocessable Content", "detail": "The request breaks rules", \
            "violations": [{"field": "asOf", "message": \
            "expected a time that is past, found 2999-01-01T00:00:00Z"}]}
            """;

    static final String AWAY = """
            {"status": 503, "title": "Service Unavailable", "detail": "What was stored then cannot be counted: \
            the classification service does not answer. Try again."}
            """;

    private ComparisonExample() {}
}
