package io.dripline.journeys;

import java.util.stream.Stream;

/**
 * A page that a browser looks at, in every width and brightness.
 *
 * @param name of its pictures
 * @param person who is signed in
 * @param address on the dashboard; {@code {alert}} and {@code {review}} stand for the id of one
 * @param status of the answer
 */
record DashboardPage(String name, String person, String address, int status) {

    /** Every page, as it is and as it refuses. A new one is a line here. */
    static Stream<DashboardPage> all() {
        return Stream.of(
                officers("overview", "/"),
                officers("measure", "/measures/CNS"),
                officers("measure-of-a-clinic", "/measures/GI?clinic=clinic-north"),
                officers("measure-refused", "/measures/CNS?route=FOO&from=soon", 400),
                officers("alerts", "/alerts"),
                officers("alerts-refused", "/alerts?state=OPEN", 400),
                officers("alert", "/alerts/{alert}"),
                officers("cases", "/alerts/{alert}/cases"),
                auditors("alert-of-an-auditor", "/alerts/{alert}"),
                officers("nothing-there", "/alerts/nothing", 404),
                officers("clinics", "/clinics?measure=CNS"),
                officers("clinics-refused", "/clinics?measure=NOPE", 400),
                // All five hundred figures look alike, and take a browser half a minute.
                officers("literature", "/baselines?system=HEPATIC"),
                officers("literature-refused", "/baselines?standing=GOOD", 400),
                officers("figure", "/baselines/table9-cns"),
                officers("monitors", "/monitors"),
                officers("monitors-refused", "/monitors?status=ASLEEP", 400),
                officers("monitor", "/monitors/table9-cns"),
                auditors("monitor-of-an-auditor", "/monitors/table9-cns"),
                officers("new-monitor", "/monitors/new"),
                officers("new-monitor-refused", "/monitors/new?colour=red", 400),
                officers("suggested-monitors", "/monitors/suggestions"),
                officers("what-if", "/what-if?affected=8&exposed=50&p0=0.08"),
                officers("what-if-refused", "/what-if?affected=9&exposed=5&p0=0", 422),
                officers("reviews", "/reviews"),
                officers("review", "/reviews/{review}"),
                auditors("review-of-an-auditor", "/reviews/{review}"),
                officers("rulings", "/reviews/rulings"),
                officers("audit", "/audit"),
                officers("audit-refused", "/audit?from=soon", 400),
                officers("periodic-report", "/reports?from=2026-W01&to=2026-W13"),
                officers("periodic-report-refused", "/reports?from=soon", 400),
                officers("glossary", "/glossary"),
                nurses("not-for-clinics", "/alerts", 403),
                nurses("clinic", "/clinic"),
                nurses("report", "/clinic/sessions/new"),
                nurses("upload", "/clinic/sessions/upload"),
                nurses("glossary-of-a-clinic", "/glossary"));
    }

    private static DashboardPage officers(String name, String address) {
        return officers(name, address, 200);
    }

    private static DashboardPage officers(String name, String address, int status) {
        return new DashboardPage(name, "officer", address, status);
    }

    private static DashboardPage auditors(String name, String address) {
        return new DashboardPage(name, "auditor", address, 200);
    }

    private static DashboardPage nurses(String name, String address) {
        return nurses(name, address, 200);
    }

    private static DashboardPage nurses(String name, String address, int status) {
        return new DashboardPage(name, "nurse-north", address, status);
    }

    @Override
    public String toString() {
        return name;
    }
}
