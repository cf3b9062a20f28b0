package io.dripline.local.faults;

import io.dripline.contracts.session.Formulation;
import io.dripline.contracts.session.Indication;
import io.dripline.contracts.session.Route;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a clinic states about one session.
 *
 * @param reference by which a clinic's repetition of it is known
 * @param patient the clinic's code for the patient
 * @param group whom a monitor may watch
 * @param totalMg milligrams given, by which one version of a session is told from another
 * @param events in the reporter's words
 */
record Report(String reference, String patient, LocalDate day, Group group, int totalMg, List<String> events) {

    /** What a monitor's cohort is made of, besides a clinic. */
    record Group(Route route, Formulation formulation, Indication indication) {}

    /** The same session with other events and another dose, as an amendment states it. */
    Report amended(List<String> otherEvents) {
        return new Report(reference, patient, day, group, totalMg + 1, otherEvents);
    }

    /** As intake takes it; no value needs to be escaped. */
    String json() {
        return """
                {"reference": "%s", "patient": "%s", "previouslyTreated": "NO", "startedAt": "%sT09:00:00+10:00",
                 "route": "%s", "formulation": "%s", "indication": "%s", "ascertainment": "CHECKLIST",
                 "givenDose": {"totalMg": %d},
                 "adverseEvents": [%s]}
                """.formatted(
                        reference,
                        patient,
                        day,
                        group.route(),
                        group.formulation(),
                        group.indication(),
                        totalMg,
                        events.stream()
                                .map(words -> "{\"verbatim\": \"%s\"}".formatted(words))
                                .collect(Collectors.joining(", ")));
    }

    /** What makes the sessions that a monitor watches, by the names of the API. */
    static Map<String, String> cohort(String clinic, Group group) {
        return Map.of(
                "clinic",
                clinic,
                "route",
                group.route().name(),
                "formulation",
                group.formulation().name(),
                "indication",
                group.indication().name());
    }
}
