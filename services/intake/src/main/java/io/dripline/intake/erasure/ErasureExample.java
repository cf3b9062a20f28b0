package io.dripline.intake.erasure;

/** What the API's description shows. */
final class ErasureExample {

    static final String ASKED = """
            {"patient": "P-0042", "ground": "CONSENT_WITHDRAWN"}
            """;

    static final String DONE = """
            {"id": "019ab0f2-6a00-7000-8000-0000000000e1", "ground": "CONSENT_WITHDRAWN", "who": "clinic-north",
             "erasedAt": "2026-11-22T01:02:03.456789Z", "sessions": 3}
            """;

    static final String LIST = """
            [{"id": "019ab0f2-6a00-7000-8000-0000000000e1", "ground": "CONSENT_WITHDRAWN", "who": "clinic-north",
              "erasedAt": "2026-11-22T01:02:03.456789Z", "sessions": 3}]
            """;

    private ErasureExample() {}
}
