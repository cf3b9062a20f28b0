package io.dripline.classification.review;

/** What the API's description shows. */
final class ReviewExample {

    static final String ONE = """
            { "id": "28080874f5660e8a53bccf2bd75ca4e05873d6ed92a51723546b68b610d1ffab",
              "words": "felt odd in the head", "occurrences": 12, "clinics": [ "clinic-east", "clinic-north" ],
              "candidates": [ { "term": "feeling-abnormal", "category": "CNS", "matched": "felt odd",
                "confidence": 0.67 } ],
              "firstSeen": "2026-11-16T01:02:03Z", "lastSeen": "2026-11-22T01:02:03Z", "revision": 0 }
            """;

    static final String PAGE = "{ \"items\": [ " + ONE + " ], \"next\": null }";

    static final String UNKNOWN_TERM = """
            { "status": 422, "title": "Unprocessable Content",
              "instance": "/reviews/14c96eae88d00a0879d20da8a5d6a62f0275d585008d368d69e5ece73a8f046a/ruling",
              "violations": [ { "field": "terms[0]",
                "message": "expected a term of the vocabulary, found 'dizzyness'; near it are dizziness, \
            dizziness-postural, dizziness-exertional" } ] }
            """;

    private ReviewExample() {}
}
