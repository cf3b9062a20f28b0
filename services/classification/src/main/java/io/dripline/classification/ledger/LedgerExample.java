package io.dripline.classification.ledger;

/** What the API's description shows. */
final class LedgerExample {

    static final String PAGE = """
            {"items": [{"at": "2026-11-22T01:02:03Z", "who": "anna", "kind": "RECODING_ORDERED", "subject": \
            "vocabulary 2026.11.4", "before": null, "after": null, "why": "a new version", "place": "8123-7-recoding"}], "next": null, \
            "head": "head classification 8123 0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0 2026-11-22T01:02:04.5Z \
            1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f809 recoding 7 2026.11.4"}
            """;

    private LedgerExample() {}
}
