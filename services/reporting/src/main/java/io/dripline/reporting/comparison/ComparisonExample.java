package io.dripline.reporting.comparison;

/** What the API's description shows; a test compares it with what is answered. */
final class ComparisonExample {

    static final String LIST = """
            [{"monitor": "table9-hepatic", "measure": "HEPATIC", "unit": "FIRST_COURSE", "cohort": {}, \
            "exposed": 0, "affected": 0, "possible": 0, "rate": null, "clopperPearson": null, "baseline": \
            "table9-hepatic", "p0": null, "nullStates": {"ascertainment": null, "window": null}, "lnE": null, "threshold": 200.0, "alwaysValidP": null, "verdict": \
            "CANNOT_ASSESS", "promise": "NONE", "promiseRemarks": ["There is no null: the source prints words \
            only."], "secondOpinions": {"exactTail": null, "maxSprt": null, "cusum": null}, "exceedsFigures": 0, \
            "ofFigures": 1, "figures": [{"baseline": "table8-zhao-liver-enzymes", "measure": "elevated-liver-enzymes", \
            "published": 0.019, "exceeded": false}]}, {"monitor": "table9-cns", "measure": "CNS", "unit": "FIRST_COURSE", "cohort": {}, \
            "exposed": 50, "affected": 8, "possible": 8, "rate": 0.16, "clopperPearson": [0.07170076718328619, \
            0.2911263065951108], "baseline": "table9-cns", "p0": 0.08, "nullStates": {"ascertainment": null, "window": null}, "lnE": 0.9823103240627525, "threshold": 200.0, \
            "alwaysValidP": 0.3744450094475365, "verdict": "TOO_FEW", "promise": "PROVISIONAL", "promiseRemarks": ["The source \
            does not state how events were ascertained."], "secondOpinions": {"exactTail": 0.04379478424304882, \
            "maxSprt": {"llr": 1.7243627598390412, "exposed": 50, "criticalValue": 6.434961452972761, "horizon": \
            2000, "alpha": 0.005, "signals": false}, "cusum": {"sum": 1.9280085110815308, "largest": \
            2.158891634489916, "oddsRatio": 2.0, "limit": 4.0, "arlInControl": 2942.076151398568, "arlShifted": \
            126.4344200265279, "signals": false}}, "exceedsFigures": 5, "ofFigures": 13, "figures": [\
            {"baseline": "table7-kapural-anxiety-unpleasant-dreams", "measure": "anxiety-or-unpleasant-dreams", "published": 0.05555555555555555, "exceeded": true}, \
            {"baseline": "table7-cheung-drowsiness", "measure": "drowsiness", "published": 0.457, "exceeded": false}, \
            {"baseline": "table7-cheung-nightmares", "measure": "unpleasant-dreams", "published": 0.257, "exceeded": false}, \
            {"baseline": "table7-quinlan-hypomania", "measure": "hypomania", "published": 0.06666666666666667, "exceeded": true}, \
            {"baseline": "table7-quinlan-delirium", "measure": "delirium", "published": 0.06666666666666667, "exceeded": true}, \
            {"baseline": "text-psychotomimetic", "measure": "psychotomimetic", "published": 0.1, "exceeded": true}, \
            {"baseline": "table8-thompson-sedation", "measure": "sedation", "published": 0.7, "exceeded": false}, \
            {"baseline": "table8-thompson-drunkenness", "measure": "drunkenness", "published": 0.58, "exceeded": false}, \
            {"baseline": "table8-thompson-dizziness", "measure": "dizziness", "published": 0.57, "exceeded": false}, \
            {"baseline": "table8-thompson-drowsiness", "measure": "drowsiness", "published": 0.56, "exceeded": false}, \
            {"baseline": "table8-lumanauw-dizziness", "measure": "dizziness", "published": 0.169, "exceeded": false}, \
            {"baseline": "table8-zekry-dizziness", "measure": "dizziness", "published": 0.46, "exceeded": false}, \
            {"baseline": "table9-cns", "measure": "CNS", "published": 0.08, "exceeded": true}]}]
            """;

    static final String MALFORMED = """
            {"status": 400, "title": "Bad Request", "detail": "The request cannot be read", \
            "violations": [{"field": "asOf", "message": \
            "expected a time with its offset, as 2026-11-22T09:00:00Z, found yesterday"}]}
            """;

    static final String BROKEN = """
            {"status": 422, "title": "Unprocessable Content", "detail": "The request breaks rules", \
            "violations": [{"field": "asOf", "message": \
            "expected a time that is past, found 2999-01-01T00:00:00Z"}]}
            """;

    static final String AWAY = """
            {"status": 503, "title": "Service Unavailable", "detail": "What was stored then cannot be counted: \
            the classification service does not answer. Try again."}
            """;

    private ComparisonExample() {}
}
