package io.dripline.intake.session;

/** The report that the API's description shows; a test posts it. */
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

    private SessionExample() {}
}
