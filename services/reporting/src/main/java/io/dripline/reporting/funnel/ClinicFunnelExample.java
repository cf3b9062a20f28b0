package io.dripline.reporting.funnel;

/** What the API's description shows; a test compares it with what is answered. */
final class ClinicFunnelExample {

    static final String ANSWER = """
            {"measure": "CNS", "unit": "FIRST_COURSE", "rows": [{"clinic": "clinic-east", "exposed": 310, \
            "affected": 62, "rate": 0.2, "z": 1.5547539794422045, "limits95": [0.02982317708366266, \
            0.227405760232807], "limits998": [0.006430798992495222, 0.309885966020842], "beyond95": false, \
            "beyond998": false}, {"clinic": "clinic-north", "exposed": 290, "affected": 20, "rate": \
            0.06896551724137931, "z": -0.8398490677436014, "limits95": [0.02959938108674853, \
            0.2279584791636845], "limits998": [0.006265747027881186, 0.31084742662292003], "beyond95": false, \
            "beyond998": false}, {"clinic": "clinic-south", "exposed": 305, "affected": 22, "rate": \
            0.07213114754098361, "z": -0.7676287323187951, "limits95": [0.02976982304683506, \
            0.22753730514340254], "limits998": [0.006391311101941696, 0.3101147901668205], "beyond95": false, \
            "beyond998": false}, {"clinic": "clinic-west", "exposed": 120, "affected": 7, "rate": \
            0.058333333333333334, "z": -1.0161805063767024, "limits95": [0.025085408262685523, \
            0.2396831663007883], "limits998": [0.0032911555623062597, 0.3312375906562444], "beyond95": false, \
            "beyond998": false}], "exposed": 1025, "affected": 111, "rate": 0.10829268292682927, "phi": \
            5.220364266711945, "tau2": 0.006005404159082233, "remark": null, "asOf": "2026-11-22T01:02:03Z", \
            "generation": 1}
            """;

    static final String MALFORMED = """
            {"status": 400, "title": "Bad Request", "detail": "The request cannot be read", \
            "violations": [{"field": "clinic", "message": "unknown parameter; expected one of ascertainment, \
            doseBand, formulation, from, indication, measure, regimen, route, to, unit"}]}
            """;

    static final String BROKEN = """
            {"status": 422, "title": "Unprocessable Content", "detail": "The request breaks rules", \
            "violations": [{"field": "from", "message": \
            "expected a week not after to, found 2026-W10 after 2026-W09"}]}
            """;

    private ClinicFunnelExample() {}
}
