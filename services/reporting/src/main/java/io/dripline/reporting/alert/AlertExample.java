package io.dripline.reporting.alert;

/** What the API's description shows; a test compares it with what is answered. */
final class AlertExample {

    static final String LIST = """
            [{"id": "01931c5e-7f00-7abc-8def-0000000000ff", "monitor": "table9-cns@clinic-north", "measure": \
            "CNS", "unit": "FIRST_COURSE", "cohort": {"clinic": "clinic-north"}, "state": "RAISED", \
            "assessment": null, "promise": "PROVISIONAL", "promiseRemarks": ["No tallies: every week is \
            open."], "exposed": 40, "affected": 14, "lnE": 8.111260839826464, "threshold": 500.0, "raisedAt": \
            "2026-11-22T01:02:03Z", "highSinceWeek": "2026-W45", "version": 1}]
            """;

    static final String DETAIL = """
            {"id": "01931c5e-7f00-7abc-8def-0000000000ff", "monitor": "table9-cns@clinic-north", "measure": \
            "CNS", "unit": "FIRST_COURSE", "cohort": {"clinic": "clinic-north"}, "state": "RAISED", \
            "assessment": null, "promise": "PROVISIONAL", "promiseRemarks": ["No tallies: every week is \
            open."], "exposed": 40, "affected": 14, "lnE": 8.111260839826464, "threshold": 500.0, "raisedAt": \
            "2026-11-22T01:02:03Z", "highSinceWeek": "2026-W45", "version": 1, "evidence": {"baseline": \
            "table9-cns", "p0": 0.08, "alphaShare": 0.04, "priorA": 9.391304347826086, "priorB": 54.0, \
            "startWeight": 0.7, "laterHalfWithin": 26, "firstCountedWeek": "2026-W45", "weeks": [{"week": "2026-W45", "exposed": 40, "affected": 14}]}, "trajectory": \
            [{"week": "2026-W45", "lnE": 8.111260839826464}], "history": [{"state": "RAISED", "at": \
            "2026-11-22T01:02:03Z", "by": "dripline", "reason": null}]}
            """;

    static final String UNKNOWN = """
            {"status": 404, "title": "Not Found", "detail": "There is no alert \
            01931c5e-7f00-7abc-8def-0000000000ff."}
            """;

    private AlertExample() {}
}
