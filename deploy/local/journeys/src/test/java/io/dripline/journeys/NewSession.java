package io.dripline.journeys;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a clinic posts; the journeys vary patient, start and events. */
record NewSession(String reference, String patient, String startedAt, String route, List<String> events) {

    static NewSession of(String patient, String startedAt, List<String> events) {
        return new NewSession(UUID.randomUUID().toString(), patient, startedAt, "INTRAVENOUS", events);
    }

    NewSession with(String... otherEvents) {
        return new NewSession(reference, patient, startedAt, route, List.of(otherEvents));
    }

    NewSession startingAt(String otherStart) {
        return new NewSession(reference, patient, otherStart, route, events);
    }

    Map<String, Object> json() {
        return Map.of(
                "reference",
                reference,
                "patient",
                patient,
                "previouslyTreated",
                "NO",
                "startedAt",
                startedAt,
                "route",
                route,
                "ascertainment",
                "CHECKLIST",
                "plannedDose",
                Map.of("mgPerKgPerHour", 0.5),
                "adverseEvents",
                events.stream().map(words -> Map.of("verbatim", words)).toList());
    }
}
