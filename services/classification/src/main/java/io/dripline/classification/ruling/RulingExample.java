package io.dripline.classification.ruling;

/** What the API's description shows. */
public final class RulingExample {

    static final String ONE = """
            { "id": 17, "review": "14c96eae88d00a0879d20da8a5d6a62f0275d585008d368d69e5ece73a8f046a",
              "words": "wibbly in the lift", "revision": 1, "terms": [ "dizziness" ], "notAnEvent": false,
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
            { "words": "came over all wobbly", "terms": [ "dizziness" ],
              "reason": "the nurses of this clinic say so of being dizzy", "who": "officer",
              "decidedAt": "2026-11-22T01:02:03Z", "origin": "north" }
            """;

    static final String TAKEN = """
            { "line": 1, "status": 201,
              "review": "76895ca232a9ae5b1727304bb61275961a31bd5b64096ccce22cb4c6b4b1ec90", "sessionsAffected": 12 }
            """;

    private RulingExample() {}
}
