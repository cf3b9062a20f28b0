package io.dripline.reporting.ledger;

/** What the API's description shows. */
final class LedgerExample {

    static final String PAGE = """
            {"items": [{"at": "2026-11-22T01:02:03Z", "who": "anna", "kind": "NULL_GIVEN", "subject": \
            "baseline table7-quinlan-delirium", "before": null, "after": "0.001, ascertained by CHECKLIST", "why": "Registry of 2025.", "place": "8123-4-baseline_null"}], "next": null, \
            "head": "head reporting 8123 0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0 2026-11-22T01:02:04.5Z \
            1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f809 baseline_null table7-quinlan-delirium 1"}
            """;

    static final String FORBIDDEN = """
            {"status": 403, "title": "Forbidden"}
            """;

    static final String UNKNOWN_PARAMETER = """
            {"status": 400, "title": "Bad Request", "detail": "The request cannot be read", "violations": [{"field": "colour", \
            "message": "unknown parameter; expected one of after, from, kind, limit, text, to, who"}]}
            """;

    private LedgerExample() {}
}
