package io.dripline.reporting.digest;

/** What the API's description shows; a test compares it with what is answered. */
final class DigestExample {

    static final String DIGEST = """
            {"day": "2026-11-23", "standing": "MADE", "computedAt": "2026-11-22T20:00:04Z", "zone": \
            "Australia/Sydney", "alpha": 0.05, "monitors": 8, "rejected": [{"monitor": \
            "table9-cns@clinic-north", "measure": "CNS", "unit": "FIRST_COURSE", "cohort": {"clinic": \
            "clinic-north"}, "exposed": 40, "affected": 14, "rate": 0.35, "p0": 0.08, "lnE": \
            9.80537612610384, "promise": "PROVISIONAL"}], "changed": {"since": "2026-11-22", "newlyRejected": \
            ["table9-cns@clinic-north"], "noLongerRejected": [], "newlyOpen": \
            ["01931c5e-7f00-7abc-8def-0000000000ff"], "noLongerOpen": []}, "openAlerts": [{"id": \
            "01931c5e-7f00-7abc-8def-0000000000ff", "monitor": "table9-cns@clinic-north", "measure": "CNS", \
            "cohort": {"clinic": "clinic-north"}, "state": "RAISED", "promise": "PROVISIONAL", "exposed": 40, \
            "affected": 14, "raisedAt": "2026-11-22T01:02:03Z"}]}
            """;

    static final String FORBIDDEN = """
            {"status": 403, "title": "Forbidden"}
            """;

    static final String UNKNOWN_PARAMETER = """
            {"status": 400, "title": "Bad Request", "detail": "The request cannot be read", "violations": \
            [{"field": "colour", "message": "unknown parameter; expected one of day"}]}
            """;

    static final String NONE = """
            {"status": 404, "title": "Not Found", "detail": "No digest was made on 2001-01-01."}
            """;

    private DigestExample() {}
}
