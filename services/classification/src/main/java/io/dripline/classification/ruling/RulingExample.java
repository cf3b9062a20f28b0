package io.dripline.classification.ruling;

/** What the API's description shows. */
public final class RulingExample {

    static final String ONE = """
            { "id": 17, "review": "977c0570aa7e76752fb0314ac884f36a8991a0e4928c57ebe0181dd89a2a1dfe",
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
              "review": "330e3052b946e52e317f23d81e714975ad7204dcb74e914a6759d12c160ac47a", "sessionsAffected": 12 }
            """;

    private RulingExample() {}
}
