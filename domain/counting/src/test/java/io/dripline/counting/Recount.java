package io.dripline.counting;

import io.dripline.contracts.coding.CodedEvent;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.incidence.Measures;
import io.dripline.contracts.incidence.Unit;
import io.dripline.contracts.session.PlannedDose;
import io.dripline.contracts.session.PreviouslyTreated;
import io.dripline.contracts.session.Route;
import io.dripline.contracts.session.SessionAttributes;
import io.dripline.contracts.session.SessionStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The naive count: every exposure written out, then tallied. Quadratic, from the coded records alone, and without any
 * of the code that it judges.
 */
final class Recount {

    private record Exposure(String cell, Set<String> affected, boolean awaiting) {}

    private final Measures catalogue;
    private final Duration gap;

    Recount(Measures catalogue, Duration gap) {
        this.catalogue = catalogue;
        this.gap = gap;
    }

    /** Cell key to figure name to count, zeros left out. */
    Map<String, Map<String, Long>> of(Collection<CodedSession> everyState) {
        Map<String, Map<String, Long>> tally = new TreeMap<>();
        for (Exposure exposure : exposures(everyState)) {
            Map<String, Long> cell = tally.computeIfAbsent(exposure.cell, key -> new TreeMap<>());
            cell.merge("exposed", 1L, Long::sum);
            cell.merge("awaiting", exposure.awaiting ? 1L : 0L, Long::sum);
            exposure.affected.forEach(measure -> cell.merge(measure + " affected", 1L, Long::sum));
        }
        for (Exposure exposure : exposures(everyState)) {
            Map<String, Long> cell = tally.get(exposure.cell);
            for (String figure : List.copyOf(cell.keySet())) {
                String measure = figure.replace(" affected", "");
                boolean possible = exposure.awaiting || exposure.affected.contains(measure);
                if (figure.endsWith(" affected") && possible) {
                    cell.merge(measure + " possible", 1L, Long::sum);
                }
            }
        }
        for (CodedSession session : active(everyState)) {
            if (wasReplaced(session, active(everyState))) {
                tally.computeIfAbsent(cell(Unit.FIRST_COURSE, session), key -> new TreeMap<>())
                        .merge("replaced", 1L, Long::sum);
            }
        }
        tally.values().forEach(cell -> cell.values().removeIf(count -> count == 0));
        return tally;
    }

    private List<Exposure> exposures(Collection<CodedSession> everyState) {
        List<Exposure> exposures = new ArrayList<>();
        List<CodedSession> active = active(everyState);
        for (CodedSession session : active) {
            List<CodedSession> patients = active.stream()
                    .filter(other -> other.patient().equals(session.patient()))
                    .toList();
            exposures.add(exposure(Unit.SESSION, session, List.of(session)));
            if (!opensCourse(session, patients)) {
                continue;
            }
            List<CodedSession> members = patients.stream()
                    .filter(other -> !earlier(other, session))
                    .filter(other -> patients.stream()
                            .noneMatch(opener -> earlier(session, opener)
                                    && !earlier(other, opener)
                                    && opensCourse(opener, patients)))
                    .toList();
            exposures.add(exposure(Unit.COURSE, session, members));
            boolean patientsFirst = patients.stream().noneMatch(other -> earlier(other, session));
            if (patientsFirst && session.attributes().previouslyTreated() == PreviouslyTreated.NO) {
                exposures.add(exposure(Unit.FIRST_COURSE, session, members));
            }
        }
        return exposures;
    }

    private static List<CodedSession> active(Collection<CodedSession> everyState) {
        return everyState.stream()
                .filter(state -> everyState.stream().noneMatch(other -> newer(other, state)))
                .filter(state -> state.status() == SessionStatus.ACTIVE)
                .distinct()
                .toList();
    }

    /** Whether it was the patient's earliest when it was received, and is not any more. */
    private static boolean wasReplaced(CodedSession session, List<CodedSession> active) {
        List<CodedSession> earlier = active.stream()
                .filter(other -> other.patient().equals(session.patient()) && earlier(other, session))
                .toList();
        return session.attributes().previouslyTreated() == PreviouslyTreated.NO
                && !earlier.isEmpty()
                && earlier.stream().allMatch(other -> other.firstReceivedAt().isAfter(session.firstReceivedAt()));
    }

    private boolean opensCourse(CodedSession session, List<CodedSession> patients) {
        return patients.stream()
                .filter(other -> earlier(other, session))
                .noneMatch(other -> !start(other).plus(gap).isBefore(start(session)));
    }

    private static boolean newer(CodedSession other, CodedSession state) {
        return other.id().equals(state.id())
                && (other.version() > state.version()
                        || (other.version() == state.version() && other.codingRevision() > state.codingRevision()));
    }

    private static boolean earlier(CodedSession other, CodedSession session) {
        int byStart = start(other).compareTo(start(session));
        return byStart < 0
                || (byStart == 0 && other.id().toString().compareTo(session.id().toString()) < 0);
    }

    private static Instant start(CodedSession session) {
        return session.attributes().startedAt().toInstant();
    }

    private Exposure exposure(Unit unit, CodedSession first, List<CodedSession> sessions) {
        Set<String> affected = new TreeSet<>();
        boolean awaiting = false;
        for (CodedSession session : sessions) {
            for (CodedEvent event : session.events()) {
                for (Coding coding : event.codings()) {
                    affected.addAll(catalogue.of(coding.category(), coding.term()));
                }
                if (event.awaitingReview() || !event.codings().isEmpty()) {
                    event.seriousness().forEach(criterion -> affected.add("SERIOUS"));
                }
                awaiting = awaiting || event.awaitingReview();
            }
        }
        return new Exposure(cell(unit, first), affected, awaiting);
    }

    private static String cell(Unit unit, CodedSession session) {
        SessionAttributes a = session.attributes();
        return "%s|%04d-W%02d|%s|%s|%s|%s|%s|%s|%s"
                .formatted(
                        unit,
                        a.startedAt().get(IsoFields.WEEK_BASED_YEAR),
                        a.startedAt().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                        session.clinic(),
                        a.route(),
                        a.formulation() == null ? "UNSTATED" : a.formulation(),
                        a.plannedSessions() > 1 ? "MULTIPLE" : "SINGLE",
                        a.indication() == null ? "UNSTATED" : a.indication(),
                        band(a.route(), a.plannedDose()),
                        a.ascertainment());
    }

    private static String band(Route route, PlannedDose dose) {
        boolean infused = route == Route.INTRAVENOUS || route == Route.SUBCUTANEOUS;
        Double figure = dose == null ? null : infused ? dose.mgPerKgPerHour() : dose.mgPerKg();
        if (figure == null) {
            return "UNSTATED";
        }
        return figure > 2 ? "ABOVE_2" : figure > 1 ? "ABOVE_1_TO_2" : figure >= 0.5 ? "FROM_0_5_TO_1" : "BELOW_0_5";
    }
}
