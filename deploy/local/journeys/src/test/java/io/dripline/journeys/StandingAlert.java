package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.contracts.alert.Alert;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** The alert for CNS at clinic-south, which no rebuild may lose or raise again. */
final class StandingAlert {

    private static final String MEASURE = "CNS";
    /** Longer than the pauses between two judgements of promises together: 5 s after counts, 1 s after weeks. */
    private static final Duration WEIGHED_AGAIN = Duration.ofSeconds(8);

    private final TheLine line;
    private final Clinic clinic;
    private final Officer officer;

    StandingAlert(TheLine line) {
        this.line = line;
        this.clinic = new Clinic(line, "clinic-south");
        this.officer = new Officer(line);
    }

    /** The alert; for it, thirty patients of whom half felt the room spin, once for all journeys. */
    Map<String, Object> raised() {
        if (ids().isEmpty()) {
            reportAnExcess(clinic, "room was spinning");
            await().atMost(Duration.ofSeconds(60)).until(() -> !ids().isEmpty());
        }
        line.assertEqualsRecount();
        return settled();
    }

    /** Its promise names what is open, also in weeks that other journeys have just reported of, and is weighed again some seconds later. */
    private Map<String, Object> settled() {
        var seen = new AtomicReference<Map<String, Object>>(Map.of());
        await().during(WEIGHED_AGAIN)
                .atMost(Duration.ofSeconds(60))
                .until(() -> officer.alerts(MEASURE, clinic.name()).getFirst(), now -> now.equals(seen.getAndSet(now)));
        return seen.get();
    }

    List<String> ids() {
        return officer.alerts(MEASURE, clinic.name()).stream()
                .map(alert -> alert.get("id").toString())
                .toList();
    }

    /** Still the only one of its monitor, and the topic holds no other. */
    void assertStands(Map<String, Object> alert) {
        assertThat(officer.alerts(MEASURE, clinic.name())).containsExactly(alert);
        assertThatTheTopicHolds(line, alert);
    }

    /** Nothing of the monitor but this alert, and this version as the newest; each may lie there twice. */
    static void assertThatTheTopicHolds(TheLine line, Map<String, Object> alert) {
        List<Alert> published = AlertsTopic.read(line).stream()
                .filter(version -> version.monitor().equals(alert.get("monitor")))
                .toList();
        assertThat(published)
                .extracting(Alert::id)
                .containsOnly(UUID.fromString(alert.get("id").toString()));
        assertThat(published)
                .extracting(Alert::version)
                .contains((Integer) alert.get("version"))
                .allSatisfy(version -> assertThat(version).isLessThanOrEqualTo((Integer) alert.get("version")));
    }

    /** Fifteen of thirty first courses with these words. */
    static void reportAnExcess(Clinic clinic, String words) {
        for (int i = 0; i < 30; i++) {
            String start = "2025-09-%02dT09:00:00+10:00".formatted(29 + i % 2);
            if (i % 2 == 0) {
                clinic.reports(start, words);
            } else {
                clinic.reports(start);
            }
        }
    }
}
