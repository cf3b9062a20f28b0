package io.dripline.reporting.evidence;

/** What the API's description shows; a test compares it with what is answered. */
final class EvidenceExample {

    static final String ANSWER = """
            {"lnE": 1.1276123246653607, "threshold": 20.0, "alwaysValidP": 0.3238054764994277, "exactTail": \
            0.04379478424304882, "clopperPearson": [0.07170076718328619, 0.2911263065951108], "wilson": \
            [0.08337420678033405, 0.28514216063034986], "lowerConfidenceSequence": 0.0539583136295992, \
            "smallestAffectedToAlert": 11, "maxSprt": {"llr": 1.7243627598390412, "criticalValue": \
            3.608458926986916}}
            """;

    static final String MALFORMED = """
            {"status": 400, "title": "Bad Request", "detail": "The request cannot be read", \
            "violations": [{"field": "exposed", \
            "message": "expected a whole number, found ten"}]}
            """;

    static final String BROKEN = """
            {"status": 422, "title": "Unprocessable Content", "detail": "The request breaks rules", \
            "violations": [{"field": "affected", \
            "message": "expected 0 to exposed, found 11 of 10"}]}
            """;

    private EvidenceExample() {}
}
