package io.dripline.counting;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.session.Ascertainment;
import io.dripline.contracts.session.Formulation;
import io.dripline.contracts.session.PlannedDose;
import io.dripline.contracts.session.PreviouslyTreated;
import io.dripline.contracts.session.Route;
import io.dripline.contracts.session.Seriousness;
import io.dripline.contracts.session.SessionStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Everything that may arrive for a few patients: several states a session, duplicated, in any order. Starts fall on a
 * coarse grid around a turn of the ISO year, so that ties and gaps of exactly 72 h are common.
 */
final class Histories {

    private static final int PATIENTS = 3;
    private static final int SESSIONS = 5;
    private static final Instant GRID = Instant.parse("2026-12-28T18:00:00Z");

    private Histories() {}

    static Arbitrary<List<CodedSession>> ofPatients() {
        return states(PATIENTS).list().ofMaxSize(24).flatMap(Histories::duplicatedInAnyOrder);
    }

    static Arbitrary<List<CodedSession>> ofOnePatient() {
        return states(1).list().ofMaxSize(12).flatMap(Histories::duplicatedInAnyOrder);
    }

    /** Equal (version, revision) of a session means an equal state: the first one drawn is kept. */
    private static Arbitrary<List<CodedSession>> duplicatedInAnyOrder(List<CodedSession> drawn) {
        var states = List.copyOf(drawn.stream()
                .collect(Collectors.toMap(Histories::key, state -> state, (first, other) -> first, LinkedHashMap::new))
                .values());
        if (states.isEmpty()) {
            return Arbitraries.just(List.of());
        }
        return Arbitraries.of(states).list().ofMaxSize(6).flatMap(again -> {
            var arrivals = new ArrayList<>(states);
            arrivals.addAll(again);
            return Arbitraries.shuffle(arrivals);
        });
    }

    private static List<Object> key(CodedSession state) {
        return List.of(state.id(), state.version(), state.codingRevision());
    }

    private static Arbitrary<CodedSession> states(int patients) {
        Arbitrary<Integer> patient = Arbitraries.integers().between(1, patients);
        Arbitrary<Integer> number = Arbitraries.integers().between(1, SESSIONS);
        Arbitrary<int[]> state =
                Arbitraries.integers().between(1, 3).array(int[].class).ofSize(2);
        Arbitrary<OffsetDateTime> start = Combinators.combine(
                        Arbitraries.integers().between(0, 24), Arbitraries.of(-5, 0, 11))
                .as((steps, hours) -> GRID.plusSeconds(steps * 12 * 3600L).atOffset(ZoneOffset.ofHours(hours)));
        return Combinators.combine(
                        patient,
                        number,
                        state,
                        start,
                        attributes(),
                        events().list().ofMaxSize(3))
                .as((patientNumber, sessionNumber, versions, startedAt, change, events) -> {
                    var example = new SessionExample();
                    example.patient = "patient-" + patientNumber;
                    example.clinic = "clinic-" + patientNumber % 2;
                    example.id = new UUID(patientNumber, sessionNumber * 0x5000_0000_0000_0000L);
                    // Sessions with higher numbers were posted earlier, whenever they started.
                    example.firstReceivedAt = GRID.plusSeconds(10_000_000 - sessionNumber / 2);
                    example.version = versions[0];
                    example.codingRevision = versions[1];
                    example.startedAt = startedAt;
                    change.accept(example);
                    events.forEach(event -> event.accept(example));
                    return example.coded();
                });
    }

    private static Arbitrary<Consumer<SessionExample>> attributes() {
        return Combinators.combine(
                        Arbitraries.frequency(Tuple.of(4, SessionStatus.ACTIVE), Tuple.of(1, SessionStatus.WITHDRAWN)),
                        Arbitraries.of(PreviouslyTreated.class),
                        Arbitraries.of(Route.INTRAVENOUS, Route.ORAL),
                        Arbitraries.of(Formulation.class).injectNull(0.3),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.of(0.2, 0.5, 1.0, 1.5, 2.0, 3.0).injectNull(0.2),
                        Arbitraries.of(Ascertainment.class))
                .as((status, treated, route, formulation, planned, dose, ascertainment) -> example -> {
                    example.status = status;
                    example.previouslyTreated = treated;
                    example.route = route;
                    example.formulation = formulation;
                    example.plannedSessions = planned;
                    example.plannedDose = new PlannedDose(0.1, dose, 0.7);
                    example.ascertainment = ascertainment;
                });
    }

    private static Arbitrary<Consumer<SessionExample>> events() {
        return Arbitraries.of(
                example -> example.coded("nausea", Category.GI),
                example -> example.coded("vomiting", Category.GI, Seriousness.HOSPITALISATION),
                example -> example.coded("dizziness", Category.CNS),
                example -> example.coded("rash", Category.OTHER),
                example -> example.awaiting(),
                example -> example.awaiting(Seriousness.DEATH),
                example -> example.noEvent(Seriousness.DEATH));
    }
}
