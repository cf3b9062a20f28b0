package io.dripline.intake.session;

/** What the API's description shows; a test posts it and compares the answers. */
final class SessionExample {

    static final String REPORT = """
            { "reference": "2026-11-22/bay-3/2", "patient": "P-0042", "previouslyTreated": "NO",
              "startedAt": "2026-11-22T09:00:00+11:00", "endedAt": "2026-11-22T09:40:00+11:00",
              "route": "INTRAVENOUS", "formulation": "RACEMIC", "indication": "COMPLEX_REGIONAL_PAIN_SYNDROME",
              "plannedSessions": 1, "plannedDose": { "bolusMgPerKg": 0.2, "mgPerKgPerHour": 0.5 },
              "givenDose": { "totalMg": 35 }, "weightKg": 70, "setting": "OUTPATIENT", "monitored": true,
              "premedication": ["MIDAZOLAM"], "opioidMgMorphineEquivalentPerDay": 60, "conditions": [],
              "ascertainment": "CHECKLIST",
              "adverseEvents": [ { "verbatim": "felt floaty, out of my body",
                "onsetAt": "2026-11-22T09:20:00+11:00", "resolvedAt": "2026-11-22T10:05:00+11:00", "severity": "MILD",
                "seriousness": [], "outcome": "RECOVERED", "actionTaken": "NONE", "causality": "PROBABLE" } ] }
            """;

    /** What {@link #REPORT} is answered with; ids differ. */
    static final String ANSWER = """
            { "id": "019ab0f2-6a00-7000-8000-000000000000", "version": 1, "status": "ACTIVE", "clinic": "clinic-north",
              "reference": "2026-11-22/bay-3/2", "previouslyTreated": "NO",
              "startedAt": "2026-11-22T09:00:00+11:00", "endedAt": "2026-11-22T09:40:00+11:00",
              "route": "INTRAVENOUS", "formulation": "RACEMIC", "indication": "COMPLEX_REGIONAL_PAIN_SYNDROME",
              "plannedSessions": 1, "plannedDose": { "bolusMgPerKg": 0.2, "mgPerKgPerHour": 0.5 },
              "givenDose": { "totalMg": 35 }, "weightKg": 70, "setting": "OUTPATIENT", "monitored": true,
              "premedication": ["MIDAZOLAM"], "opioidMgMorphineEquivalentPerDay": 60, "conditions": [],
              "ascertainment": "CHECKLIST",
              "adverseEvents": [ { "id": "019ab0f2-6a00-7000-8000-000000000001",
                "verbatim": "felt floaty, out of my body",
                "onsetAt": "2026-11-22T09:20:00+11:00", "resolvedAt": "2026-11-22T10:05:00+11:00", "severity": "MILD",
                "seriousness": [], "outcome": "RECOVERED", "actionTaken": "NONE", "causality": "PROBABLE" } ],
              "warnings": [] }
            """;

    /** A list that holds {@link #ANSWER} alone. */
    static final String PAGE = "{ \"items\": [ " + ANSWER + " ], \"next\": null }";

    /** The history of {@link #ANSWER}. */
    static final String HISTORY = "{ \"items\": [ { \"version\": 1, \"status\": \"ACTIVE\", \"who\": \"clinic-north\","
            + " \"receivedAt\": \"2026-11-22T12:00:00Z\", \"reason\": null, \"content\": " + ANSWER
            + " } ], \"next\": null }";

    /** An event that is added later. */
    static final String EVENT = """
            { "verbatim": "vomited once", "onsetAt": "2026-11-22T11:10:00+11:00", "severity": "MODERATE" }
            """;

    /** A line of a batch that can be stored. */
    static final String LINE = """
            {"reference": "2026-11-22/bay-1/1", "patient": "P-0007", "startedAt": "2026-11-22T08:00:00+11:00", \
            "route": "ORAL", "ascertainment": "CHECKLIST"}
            """;

    /** What {@link #LINE} is answered with as the first; the id differs. */
    static final String LINE_STORED = """
            {"line":1,"status":201,"id":"019ab0f2-6a00-7000-8000-000000000002"}
            """;

    /** A line of a batch that breaks a rule. */
    static final String BAD_LINE = """
            {"reference": "2026-11-22/bay-1/2", "patient": "P-0008", "startedAt": "2026-11-22T10:00:00+11:00", \
            "route": "ORAL"}
            """;

    /** What {@link #BAD_LINE} is answered with as the second. */
    static final String LINE_REFUSED = """
            {"line":2,"status":422,"title":"Unprocessable Content","detail":"The request breaks rules",\
            "violations":[{"field":"ascertainment","message":"expected how events were asked for"}]}
            """;

    private SessionExample() {}
}
