package io.dripline.classification.review;

/** What the API's description shows. */
final class ReviewExample {

    static final String ONE = """
            { "id": "b8a8f3d1c75e29a0b8a8f3d1c75e29a0b8a8f3d1c75e29a0b8a8f3d1c75e29a0",
              "words": "felt odd in the head", "occurrences": 12, "clinics": [ "clinic-east", "clinic-north" ],
              "candidates": [ { "term": "feeling-abnormal", "category": "CNS", "matched": "felt odd",
                "confidence": 0.67 } ],
              "firstSeen": "2026-11-16T01:02:03Z", "lastSeen": "2026-11-22T01:02:03Z", "revision": 0 }
            """;

    static final String PAGE = "{ \"items\": [ " + ONE + " ], \"next\": null }";

    static final String UNKNOWN_TERM = """
            { "status": 422, "title": "Unprocessable Content",
              "violations": [ { "field": "terms[0]",
                "message": "expected a term of the vocabulary, found 'dizzyness'; near it are dizziness" } ] }
            """;

    private ReviewExample() {}
}
