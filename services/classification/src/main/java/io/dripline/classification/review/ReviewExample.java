package io.dripline.classification.review;

/** What the API's description shows. */
final class ReviewExample {

    static final String ONE = """
            { "id": "f943d7c3add7ff32dd86a03a068baa26f359a6bb57a3d36bcbcdfabcf933f58c",
              "words": "went all wobbulated", "occurrences": 12, "clinics": [ "clinic-east", "clinic-north" ],
              "candidates": [ { "term": "impaired-hearing", "category": "CNS", "matched": "hearing went",
                "confidence": 0.55 } ],
              "firstSeen": "2026-11-16T01:02:03Z", "lastSeen": "2026-11-22T01:02:03Z", "revision": 0 }
            """;

    static final String PAGE = "{ \"items\": [ " + ONE + " ], \"next\": null }";

    static final String PREVIEW = """
            { "sessions": 12, "looked": 12, "changed": 12,
              "events": [ { "from": [ "AWAITING" ], "to": [ "CNS" ], "events": 12 } ] }
            """;

    static final String UNKNOWN_TERM = """
            { "status": 422, "title": "Unprocessable Content",
              "instance": "/reviews/977c0570aa7e76752fb0314ac884f36a8991a0e4928c57ebe0181dd89a2a1dfe/ruling",
              "violations": [ { "field": "terms[0]",
                "message": "expected a term of the vocabulary, found 'dizzyness'; near it are dizziness, \
            dizziness-postural, dizziness-exertional" } ] }
            """;

    private ReviewExample() {}
}
