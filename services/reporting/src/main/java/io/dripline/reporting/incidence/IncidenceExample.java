package io.dripline.reporting.incidence;

/** What the API's description shows; a test compares it with what is answered. */
final class IncidenceExample {

    static final String ANSWER = """
            {"measure": "CNS", "unit": "SESSION", "rows": [{"key": null, "exposed": 1200, "affected": 74, \
            "possible": 81, "rate": 0.06166666666666667, "clopperPearson": [0.04872830984440438, \
            0.0768011145037683], "wilson": [0.04940522288254482, 0.07672555431251947]}], "asOf": \
            "2026-11-22T01:02:03Z", "generation": 1}
            """;

    static final String MALFORMED = """
            {"status": 400, "title": "Bad Request", "detail": "The request cannot be read", \
            "violations": [{"field": "unit", \
            "message": "expected SESSION, COURSE, FIRST_COURSE, found PATIENT"}]}
            """;

    static final String BROKEN = """
            {"status": 422, "title": "Unprocessable Content", "detail": "The request breaks rules", \
            "violations": [{"field": "from", "message": \
            "expected a week not after to, found 2026-W10 after 2026-W09"}]}
            """;

    private IncidenceExample() {}
}
