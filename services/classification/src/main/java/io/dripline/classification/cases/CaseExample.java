package io.dripline.classification.cases;

/** What the API's description shows. */
final class CaseExample {

    static final String PAGE = """
            { "items": [ { "unit": "SESSION", "sessions": [ "0199f3a0-0000-7000-8000-000000000001" ],
                "patient": 4821937465102, "course": 1, "clinic": "clinic-north", "week": "2026-W47",
                "route": "INTRAVENOUS", "formulation": "RACEMIC", "regimen": "SINGLE", "indication": "UNSTATED",
                "doseBand": "FROM_0_5_TO_1", "ascertainment": "CHECKLIST",
                "plannedDose": { "mgPerKgPerHour": 0.5 }, "affected": true, "awaiting": false,
                "events": [ { "session": "0199f3a0-0000-7000-8000-000000000001",
                  "id": "0199f3a0-0000-7000-8000-000000000002", "words": "sick x2 after bolus",
                  "codings": [ { "term": "vomiting", "category": "GI", "method": "LEXICON", "matched": "being sick",
                    "confidence": 0.99, "vocabulary": "2026.11.1" } ],
                  "awaitingReview": false, "severity": "MILD", "seriousness": [ ], "outcome": "RECOVERED" } ] } ],
              "next": null, "asOf": "2026-11-22T01:02:03Z" }
            """;

    static final String EXPORT = """
            { "items": [ { "unit": "SESSION", "sessions": 1, "patient": 4821937465102, "course": 1, "year": 2026,
                "route": "INTRAVENOUS", "formulation": "RACEMIC", "regimen": "SINGLE", "indication": "UNSTATED",
                "doseBand": "FROM_0_5_TO_1", "ascertainment": "CHECKLIST",
                "plannedDose": { "mgPerKgPerHour": 0.5 }, "affected": true, "awaiting": false,
                "events": [ { "codings": [ { "term": "vomiting", "category": "GI" } ],
                  "awaitingReview": false, "severity": "MILD", "seriousness": [ ], "outcome": "RECOVERED" } ] } ],
              "next": null }
            """;

    private CaseExample() {}
}
