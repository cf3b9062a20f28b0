package io.dripline.classification.ruling;

/** What the API's description shows. */
public final class RulingExample {

    static final String ONE = """
            { "id": 17, "review": "b8a8f3d1c75e29a0b8a8f3d1c75e29a0b8a8f3d1c75e29a0b8a8f3d1c75e29a0",
              "words": "felt odd in the head", "revision": 1, "terms": [ "dizziness" ], "notAnEvent": false,
              "reason": "the nurses of this clinic say so of being dizzy", "who": "officer",
              "decidedAt": "2026-11-22T01:02:03Z", "sessionsAffected": 12, "needsRevision": false }
            """;

    static final String PAGE = "{ \"items\": [ " + ONE + " ], \"next\": null }";

    public static final String MADE = ONE;

    public static final String TERMS = """
            { "terms": [ "dizziness" ], "reason": "the nurses of this clinic say so of being dizzy" }
            """;

    public static final String NOT_AN_EVENT = """
            { "notAnEvent": true, "reason": "the name of a ward" }
            """;

    static final String LINE = """
            { "words": "felt odd in the head", "terms": [ "dizziness" ],
              "reason": "the nurses of this clinic say so of being dizzy", "who": "officer",
              "decidedAt": "2026-11-22T01:02:03Z", "origin": "north" }
            """;

    static final String TAKEN = """
            { "line": 1, "status": 201,
              "review": "b8a8f3d1c75e29a0b8a8f3d1c75e29a0b8a8f3d1c75e29a0b8a8f3d1c75e29a0", "sessionsAffected": 12 }
            """;

    private RulingExample() {}
}
