package io.dripline.reporting.monitor;

/** What the API's description shows; a test compares it with what is answered. */
final class MonitorExample {

    static final String LIST = """
            [{"id": "table9-cns", "baseline": "table9-cns", "measure": "CNS", "unit": "FIRST_COURSE", \
            "cohort": {}, "startWeek": null, "alphaShare": 0.1, "p0": 0.08, "status": "ACTIVE"}]
            """;

    private MonitorExample() {}
}
