package io.dripline.reporting.alert;

/** What the API's description shows; a test compares it with what is answered. */
final class AlertExample {

    private static final String FROM_ID = """
            {"id": "01931c5e-7f00-7abc-8def-0000000000ff", "monitor": "table9-cns@clinic-north", "measure": \
            "CNS", "unit": "FIRST_COURSE", "cohort": {"clinic": "clinic-north"}, "state": \
            """;

    private static final String FROM_PROMISE = """
            , "promise": "PROVISIONAL", "promiseRemarks": ["No tallies: every week is \
            open."], "exposed": 40, "affected": 14, "lnE": 8.111260839826464, "threshold": 500.0, "raisedAt": \
            "2026-11-22T01:02:03Z", "highSinceWeek": "2026-W45", "exceedsFigures": 7, "ofFigures": 13, "version": \
            """;

    private static final String FROM_EVIDENCE = """
            , "evidence": {"baseline": \
            "table9-cns", "p0": 0.08, "nullAscertainment": null, "nullWindow": null, "alphaShare": 0.04, "priorA": 9.391304347826086, "priorB": 54.0, \
            "startWeight": 0.7, "laterHalfWithin": 26, "firstCountedWeek": "2026-W45", "weeks": [{"week": "2026-W45", "exposed": 40, "affected": 14}]}, "trajectory": \
            [{"week": "2026-W45", "lnE": 8.111260839826464}], "superseded": null, "secondOpinions": {"exactTail": \
            1.371006162458017E-6, "maxSprt": {"llr": 11.630257291345604, "exposed": 40, "criticalValue": \
            7.577185932924767, "horizon": 2000, "alpha": 0.002, "signals": true}, "cusum": {"sum": \
            6.702579923530233, "largest": 6.779540964666361, "oddsRatio": 2.0, "limit": 4.0, "arlInControl": \
            2942.076151398568, "arlShifted": 126.4344200265279, "signals": true}}, "figures": [\
            {"baseline": "table7-kapural-anxiety-unpleasant-dreams", "measure": "anxiety-or-unpleasant-dreams", "published": 0.05555555555555555, "exceeded": true}, \
            {"baseline": "table7-cheung-drowsiness", "measure": "drowsiness", "published": 0.457, "exceeded": false}, \
            {"baseline": "table7-cheung-nightmares", "measure": "unpleasant-dreams", "published": 0.257, "exceeded": true}, \
            {"baseline": "table7-quinlan-hypomania", "measure": "hypomania", "published": 0.06666666666666667, "exceeded": true}, \
            {"baseline": "table7-quinlan-delirium", "measure": "delirium", "published": 0.06666666666666667, "exceeded": true}, \
            {"baseline": "text-psychotomimetic", "measure": "psychotomimetic", "published": 0.1, "exceeded": true}, \
            {"baseline": "table8-thompson-sedation", "measure": "sedation", "published": 0.7, "exceeded": false}, \
            {"baseline": "table8-thompson-drunkenness", "measure": "drunkenness", "published": 0.58, "exceeded": false}, \
            {"baseline": "table8-thompson-dizziness", "measure": "dizziness", "published": 0.57, "exceeded": false}, \
            {"baseline": "table8-thompson-drowsiness", "measure": "drowsiness", "published": 0.56, "exceeded": false}, \
            {"baseline": "table8-lumanauw-dizziness", "measure": "dizziness", "published": 0.169, "exceeded": true}, \
            {"baseline": "table8-zekry-dizziness", "measure": "dizziness", "published": 0.46, "exceeded": false}, \
            {"baseline": "table9-cns", "measure": "CNS", "published": 0.08, "exceeded": true}], "history": \
            [{"state": "RAISED", "at": "2026-11-22T01:02:03Z", "by": "dripline", "reason": null, "assessment": null}\
            """;

    private static final String ACKNOWLEDGED_STEP = """
            , {"state": "ACKNOWLEDGED", "at": "2026-11-22T02:00:00Z", "by": "officer", "reason": null, \
            "assessment": null}\
            """;

    private static final String ASSESSED_STEP = """
            , {"state": "ASSESSED", "at": "2026-11-22T03:00:00Z", "by": "officer", "reason": "A larger bolus \
            since week 45, under review by the pain team.", "assessment": "EXPLAINED"}\
            """;

    private static final String CLOSED_STEP = """
            , {"state": "CLOSED", "at": "2026-11-22T04:00:00Z", "by": "officer", "reason": "The bolus is as \
            before; see the minutes of the safety board.", "assessment": null}\
            """;

    static final String LIST = "[" + FROM_ID + "\"RAISED\", \"assessment\": null" + FROM_PROMISE + "1}]";

    static final String DETAIL =
            FROM_ID + "\"RAISED\", \"assessment\": null" + FROM_PROMISE + "1" + FROM_EVIDENCE + "]}";

    static final String ACKNOWLEDGED = FROM_ID
            + "\"ACKNOWLEDGED\", \"assessment\": null"
            + FROM_PROMISE
            + "2"
            + FROM_EVIDENCE
            + ACKNOWLEDGED_STEP
            + "]}";

    static final String ASSESSED = FROM_ID
            + "\"ASSESSED\", \"assessment\": \"EXPLAINED\""
            + FROM_PROMISE
            + "3"
            + FROM_EVIDENCE
            + ACKNOWLEDGED_STEP
            + ASSESSED_STEP
            + "]}";

    static final String CLOSED = FROM_ID
            + "\"CLOSED\", \"assessment\": \"EXPLAINED\""
            + FROM_PROMISE
            + "4"
            + FROM_EVIDENCE
            + ACKNOWLEDGED_STEP
            + ASSESSED_STEP
            + CLOSED_STEP
            + "]}";

    static final String UNKNOWN = """
            {"status": 404, "title": "Not Found", "detail": "There is no alert \
            01931c5e-7f00-7abc-8def-0000000000ff."}
            """;

    private AlertExample() {}
}
