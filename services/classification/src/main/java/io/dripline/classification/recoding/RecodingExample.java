package io.dripline.classification.recoding;

/** What the API's description shows. */
final class RecodingExample {

    static final String STATE = """
            { "vocabulary": "2026.12",
              "sessions": [ { "vocabulary": "2026.11.1", "sessions": 812 }, { "vocabulary": "2026.12", "sessions": 3 } ],
              "preview": { "state": "DONE", "sessions": 812, "of": 812, "changed": 14,
                "events": [ { "from": [ "CNS" ], "to": [ "CNS" ], "events": 301 },
                            { "from": [ "AWAITING" ], "to": [ "CNS" ], "events": 14 } ],
                "finishedAt": "2026-12-01T01:02:03Z" },
              "recoding": null, "rulings": 0, "indexing": false }
            """;

    static final String BEGUN = """
            { "vocabulary": "2026.12", "sessions": [ { "vocabulary": "2026.11.1", "sessions": 812 } ],
              "preview": null,
              "recoding": { "state": "RUNNING", "sessions": 0, "of": 812, "changed": 0, "vocabulary": "2026.12",
                "reason": "the words of winter", "who": "officer", "askedAt": "2026-12-01T01:02:03Z",
                "finishedAt": null },
              "rulings": 0, "indexing": false }
            """;

    private RecodingExample() {}
}
