package io.dripline.classification.counts;

/** What the API's description shows. */
final class CountsExample {

    static final String COUNTS = """
            { "asOf": "2026-11-22T01:02:03Z", "receivedUntil": "2026-11-21T23:00:00Z", "storedUntil": null,
              "lastCodedAt": "2026-11-22T01:02:02.471Z",
              "cells": [ { "cell": { "unit": "FIRST_COURSE", "week": "2026-W47", "clinic": "clinic-north",
                "route": "INTRAVENOUS", "formulation": "RACEMIC", "regimen": "SINGLE", "indication": "UNSTATED",
                "doseBand": "FROM_0_5_TO_1", "ascertainment": "CHECKLIST" },
                "exposed": 14, "awaiting": 1, "replaced": 0, "measures": { "CNS": { "affected": 2, "possible": 3 } } } ] }
            """;

    private CountsExample() {}
}
