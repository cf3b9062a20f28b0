package io.dripline.reporting.comparison;

/** What the API's description shows; a test compares it with what is answered. */
final class ComparisonExample {

    static final String LIST = """
            [{"monitor": "table9-hepatic", "measure": "HEPATIC", "unit": "FIRST_COURSE", "cohort": {}, \
            "exposed": 0, "affected": 0, "possible": 0, "rate": null, "clopperPearson": null, "baseline": \
            "table9-hepatic", "p0": null, "lnE": null, "threshold": 200.0, "alwaysValidP": null, "verdict": \
            "CANNOT_ASSESS", "promise": "NONE", "promiseRemarks": ["There is no null: the source prints words \
            only."], "secondOpinions": {"exactTail": null, "maxSprt": null, "cusum": null}, "exceedsFigures": \
            0, "ofFigures": 1}]
            """;

    private ComparisonExample() {}
}
