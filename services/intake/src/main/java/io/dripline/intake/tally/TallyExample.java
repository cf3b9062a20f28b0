package io.dripline.intake.tally;

/** What the API's description shows; a test sends and expects it. */
final class TallyExample {

    static final String STATED = """
            { "sessionsPerformed": 14 }
            """;

    static final String DAY = """
            { "date": "2026-11-21", "sessionsPerformed": 14, "sessionsPosted": 0 }
            """;

    static final String DAYS = """
            [ { "date": "2026-11-21", "sessionsPerformed": 14, "sessionsPosted": 0 },
              { "date": "2026-11-22", "sessionsPerformed": null, "sessionsPosted": 1 } ]
            """;

    private TallyExample() {}
}
