package io.dripline.classification.coding;

/** What the API's description shows; a test posts each and compares the answers, which are found by the same name. */
final class CodingExample {

    static final String CODED = "An event and a denial";

    static final String CODED_WORDS = """
            { "verbatim": "sick x2 after bolus, nil itch" }
            """;

    static final String CODED_ANSWER = """
            { "events": [ { "text": "sick x2 after bolus", "term": "vomiting", "category": "GI", "method": "LEXICON",
                "matched": "being sick", "confidence": 0.99 } ],
              "dropped": [ { "text": "nil itch", "reason": "NEGATED" } ],
              "needsReview": false, "vocabulary": "2026.11.12" }
            """;

    static final String AWAITING = "Words that await review";

    static final String AWAITING_WORDS = """
            { "verbatim": "went all wobbulated" }
            """;

    static final String AWAITING_ANSWER = """
            { "events": [ { "text": "went all wobbulated", "category": null, "candidates": [
                { "term": "impaired-hearing", "category": "CNS", "matched": "hearing went", "confidence": 0.57 },
                { "term": "altered-time-perception", "category": "CNS", "matched": "clock went backwards", "confidence": 0.57 },
                { "term": "cognitive-impairment", "category": "CNS", "matched": "mind went blank", "confidence": 0.57 },
                { "term": "hypoxia", "category": "OTHER", "matched": "went blue", "confidence": 0.27 },
                { "term": "urinary-retention", "category": "UROGENITAL", "matched": "went into retention", "confidence": 0.09 } ] } ],
              "dropped": [ ], "needsReview": true, "vocabulary": "2026.11.12" }
            """;

    static final String UNKNOWN_FIELD = "An unknown field";

    static final String UNKNOWN_FIELD_WORDS = """
            { "verbatim": "nausea", "language": "en" }
            """;

    static final String UNKNOWN_FIELD_ANSWER = """
            { "status": 400, "title": "Bad Request", "detail": "The request cannot be read", "instance": "/codings",
              "violations": [ { "field": "language", "message": "unknown field; expected verbatim" } ] }
            """;

    static final String NO_WORDS = "No words";

    static final String NO_WORDS_WORDS = """
            { "verbatim": " " }
            """;

    static final String NO_WORDS_ANSWER = """
            { "status": 422, "title": "Unprocessable Content", "instance": "/codings",
              "violations": [ { "field": "verbatim", "message": "expected a reporter's words, found none" } ] }
            """;

    static final String TERMS = """
            { "items": [ { "id": "dizziness", "name": "dizziness", "category": "CNS", "source": "LEXICON" } ],
              "next": null }
            """;

    private CodingExample() {}
}
