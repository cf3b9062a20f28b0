package io.dripline.intake.session;

import io.dripline.contracts.session.Route;
import io.dripline.intake.request.Refusal;
import io.dripline.intake.request.Violation;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a posted session against every rule at once. */
@Singleton
class CheckSession {

    private static final Duration TOLERATED_CLOCK_ERROR = Duration.ofMinutes(5);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration LONGEST_SESSION = Duration.ofDays(31);
    private static final Duration LATEST_ONSET = Duration.ofDays(366);
    /** Longer than anybody was followed up, and short enough that a year typed wrong stands out. */
    private static final Duration LATEST_RESOLUTION = Duration.ofDays(3653);

    private final Validator validator;
    private final Clock clock;

    CheckSession(Validator validator, Clock clock) {
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * Every rule that {@code session} breaks.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 naming every violated field
     */
    void check(NewSession session) {
        List<Violation> violations = declared(session);
        checkTimes(session, violations);
        checkDose(session, violations);
        refuse(violations);
    }

    /**
     * Every rule that {@code event} breaks if it is added to {@code session}.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 naming every violated field
     */
    void checkAdded(NewAdverseEvent event, VersionedSession session) {
        List<Violation> violations = declared(event);
        checkTimes("", event, session.attributes().startedAt(), violations);
        if (session.adverseEvents().size() >= NewSession.MOST_EVENTS) {
            violations.add(
                    new Violation("adverseEvents", "expected at most %d events".formatted(NewSession.MOST_EVENTS)));
        }
        refuse(violations);
    }

    private List<Violation> declared(Object posted) {
        List<Violation> violations = new ArrayList<>();
        validator
                .validate(posted)
                .forEach(v -> violations.add(new Violation(v.getPropertyPath().toString(), v.getMessage())));
        return violations;
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Refusal.rulesBroken(violations);
        }
    }

    private void checkTimes(NewSession session, List<Violation> violations) {
        OffsetDateTime start = session.startedAt();
        if (start == null) {
            return;
        }
        if (start.toInstant().isAfter(clock.instant().plus(TOLERATED_CLOCK_ERROR))) {
            violations.add(new Violation("startedAt", "expected a start that is not in the future"));
        }
        if (start.toInstant().isBefore(EARLIEST)) {
            violations.add(new Violation("startedAt", "expected a start after " + EARLIEST));
        }
        checkSpan("endedAt", start, session.endedAt(), LONGEST_SESSION, "the start", violations);
        for (int i = 0; i < session.events().size(); i++) {
            checkTimes("adverseEvents[%d].".formatted(i), session.events().get(i), start, violations);
        }
    }

    private static void checkTimes(
            String path, NewAdverseEvent event, OffsetDateTime start, List<Violation> violations) {
        checkSpan(path + "onsetAt", start, event.onsetAt(), LATEST_ONSET, "the session's start", violations);
        if (event.onsetAt() == null) {
            checkSpan(
                    path + "resolvedAt",
                    start,
                    event.resolvedAt(),
                    LATEST_RESOLUTION,
                    "the session's start",
                    violations);
        } else {
            checkSpan(
                    path + "resolvedAt",
                    event.onsetAt(),
                    event.resolvedAt(),
                    LATEST_RESOLUTION,
                    "the onset",
                    violations);
        }
    }

    private static void checkSpan(
            String field,
            OffsetDateTime from,
            @Nullable OffsetDateTime to,
            Duration longest,
            String ofWhat,
            List<Violation> violations) {
        if (to == null) {
            return;
        }
        if (to.isBefore(from)) {
            violations.add(new Violation(field, "expected a time that is not before " + ofWhat));
        } else if (Duration.between(from, to).compareTo(longest) > 0) {
            violations.add(
                    new Violation(field, "expected a time within %d days of %s".formatted(longest.toDays(), ofWhat)));
        }
    }

    private static void checkDose(NewSession session, List<Violation> violations) {
        NewPlannedDose dose = session.plannedDose();
        if (dose == null || session.route() == null) {
            return;
        }
        boolean infused = session.route() == Route.INTRAVENOUS || session.route() == Route.SUBCUTANEOUS;
        if (infused && dose.mgPerKg() != null) {
            violations.add(new Violation(
                    "plannedDose.mgPerKg", "expected mgPerKgPerHour for an intravenous or subcutaneous session"));
        }
        if (!infused && dose.mgPerKgPerHour() != null) {
            violations.add(new Violation(
                    "plannedDose.mgPerKgPerHour", "expected mgPerKg for a session by route " + session.route()));
        }
    }
}
