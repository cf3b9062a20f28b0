package io.dripline.intake.ledger;

/** What the API's description shows. */
final class LedgerExample {

    static final String PAGE = """
            {"items": [{"at": "2026-11-22T01:02:03Z", "who": "nurse", "kind": "SESSION_CHANGED", "subject": \
            "session 01931c5e-7f00-7abc-8def-0000000000ff of clinic-north", "before": "version 1", "after": "version 2", "place": "8123-9-session_version"}], \
            "head": "head intake 8123 0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0 2026-11-22T01:02:04.5Z \
            1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f809 session_version 01931c5e-7f00-7abc-8def-0000000000ff 2"}
            """;

    private LedgerExample() {}
}
