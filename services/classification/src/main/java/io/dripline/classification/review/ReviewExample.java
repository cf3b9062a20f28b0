package io.dripline.classification.review;

/** What the API's description shows. */
final class ReviewExample {

    static final String ONE = """
            { "id": "fbb2485ab4ba5888184445559cdd7ecae11ecbbaa112774eb1b1a30a838a8d86",
              "words": "went all wobbulated", "occurrences": 12, "clinics": [ "clinic-east", "clinic-north" ],
              "candidates": [ { "term": "impaired-hearing", "category": "CNS", "matched": "hearing went",
                "confidence": 0.55 } ],
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
