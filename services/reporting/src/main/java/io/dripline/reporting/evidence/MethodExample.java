package io.dripline.reporting.evidence;

/** What the description of the methods' doors shows; a test posts each and compares the answers. */
final class MethodExample {

    static final String UNKNOWN_FIELD = """
            {"status": 400, "title": "Bad Request", "detail": "The request cannot be read", \
            "violations": [{"field": "colour", \
            "message": "unknown field"}]}
            """;

    static final String POOL = """
            {"studies": [{"x": 2, "n": 60}, {"x": 14, "n": 90}, {"x": 9, "n": 150}, {"x": 30, "n": 160}, \
            {"x": 5, "n": 110}], "level": 0.95}
            """;

    static final String POOL_ANSWER = """
            {"tau2": 0.5290623863668145, "estimate": -2.3375833025086807, "se": 0.3701122429444069, \
            "predictionInterval": [0.009917525499136246, 0.48208721884055533], "predictionIntervalModified": \
            [0.00989801362604442, 0.48258386276740445]}
            """;

    static final String POOL_BROKEN = """
            {"status": 422, "title": "Unprocessable Content", "detail": "The request breaks rules", \
            "violations": [{"field": "studies", \
            "message": "expected 3 to 1000, found 2"}]}
            """;

    static final String FUNNEL = """
            {"clinics": [{"x": 4, "n": 80}, {"x": 30, "n": 150}, {"x": 12, "n": 160}, {"x": 2, "n": 90}]}
            """;

    static final String FUNNEL_ANSWER = """
            {"phi": 4.117875927041957, "tau2": 0.009633971662575323, "z": [-0.8519908093896748, \
            1.3348175033532823, -0.4190872398266589, -1.5449662202386645]}
            """;

    static final String FUNNEL_BROKEN = """
            {"status": 422, "title": "Unprocessable Content", "detail": "The request breaks rules", \
            "violations": [{"field": "clinics[1].x", \
            "message": "expected 0 to n, found 31 of 30"}]}
            """;

    static final String CUSUM = """
            {"p0": 0.08, "oddsRatio": 2, "h": 4}
            """;

    static final String CUSUM_ANSWER = """
            {"arlInControl": 2942.076151398568, "arlShifted": 126.4344200265279}
            """;

    static final String CUSUM_BROKEN = """
            {"status": 422, "title": "Unprocessable Content", "detail": "The request breaks rules", \
            "violations": [{"field": "oddsRatio", \
            "message": "expected 1.2 to 100.0, found 1.0"}]}
            """;

    static final String EBH = """
            {"e": [210, 99, 70, 51, 39, 5, 1, 1, 0.5, 0.1], "alpha": 0.05}
            """;

    static final String EBH_ANSWER = """
            {"rejected": [0, 1, 2, 3]}
            """;

    static final String EBH_BROKEN = """
            {"status": 422, "title": "Unprocessable Content", "detail": "The request breaks rules", \
            "violations": [{"field": "alpha", \
            "message": "expected a number inside (0, 1), found 1.0"}]}
            """;

    private MethodExample() {}
}
