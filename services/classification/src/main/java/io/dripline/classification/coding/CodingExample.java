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
              "needsReview": false, "vocabulary": "2026.11.2" }
            """;

    static final String AWAITING = "Words that await review";

    static final String AWAITING_WORDS = """
            { "verbatim": "belly strange" }
            """;

    static final String AWAITING_ANSWER = """
            { "events": [ { "text": "belly strange", "category": null, "candidates": [
                { "term": "abnormal-behaviour", "category": "CNS", "matched": "acting strangely", "confidence": 0.56 },
                { "term": "feeling-abnormal", "category": "CNS", "matched": "feeling strange", "confidence": 0.56 },
                { "term": "taste-disturbance", "category": "CNS", "matched": "strange taste", "confidence": 0.56 },
                { "term": "abdominal-pain", "category": "GI", "matched": "belly ache", "confidence": 0.5 } ] } ],
              "dropped": [ ], "needsReview": true, "vocabulary": "2026.11.2" }
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
