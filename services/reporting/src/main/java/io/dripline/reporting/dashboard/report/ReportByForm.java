package io.dripline.reporting.dashboard.report;

import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.posting.IntakeAwayException;
import io.dripline.reporting.posting.ReportSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reports the session that a form states, or says why not and keeps what was typed. */
@ApplicationScoped
class ReportByForm {

    private static final int RULES_BROKEN = 422;
    private static final int AWAY = 503;
    private static final int CONFLICT = 409;

    private final ReportSession reportSession;
    private final Clock clock;

    ReportByForm(ReportSession reportSession, Clock clock) {
        this.reportSession = reportSession;
        this.clock = clock;
    }

    /** What became of it. */
    sealed interface Outcome {

        /** It is stored. */
        record Done(UUID id) implements Outcome {}

        /** It is not. @param status for the answer @param form as it was sent, with what is wrong */
        record Refused(int status, ReportForm form) implements Outcome {}
    }

    /** A form nobody has filled in. Its reference is chosen now, so that a form that is sent twice reports once. */
    ReportForm empty() {
        String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        return ReportForm.of(
                Map.of(
                        "reference",
                                "form-%s-%s"
                                        .formatted(
                                                day,
                                                UUID.randomUUID().toString().substring(0, 13)),
                        "route", "INTRAVENOUS",
                        "previouslyTreated", "UNKNOWN",
                        "plannedSessions", "1"),
                1,
                null,
                List.of());
    }

    /** The same form with room for one more event. */
    ReportForm withOneMoreEvent(TypedReport typed) {
        return typed.count() == SessionFields.MOST_EVENTS
                ? ReportForm.of(
                        typed.texts(),
                        typed.count(),
                        "Not added: a session may have at most %d events.".formatted(SessionFields.MOST_EVENTS),
                        List.of())
                : ReportForm.of(typed.texts(), typed.count() + 1, null, List.of());
    }

    Outcome report(TypedReport typed) {
        List<Violation> violations = new ArrayList<>();
        ZoneId zone = zone(typed, violations);
        WriteSession.Written written = WriteSession.of(typed.texts(), typed.count(), zone);
        if (zone != null) {
            violations.addAll(written.violations());
        }
        if (!violations.isEmpty()) {
            return refused(RULES_BROKEN, typed, "Not reported: something is missing or cannot be taken.", violations);
        }
        try {
            return switch (reportSession.report(written.json())) {
                case ReportSession.Outcome.Stored(UUID id) -> new Outcome.Done(id);
                case ReportSession.Outcome.Refused(int status, String detail, List<Violation> named) ->
                    refused(status, typed, why(detail, named), named(written, status, detail, named));
            };
        } catch (IntakeAwayException e) {
            return refused(
                    AWAY,
                    typed,
                    (e.isNothingDone()
                                    ? "Not reported. %s What was typed is kept below."
                                    : "It is not known whether this was reported. %s What was typed is kept below. Send it again then: the same report is stored once.")
                            .formatted(e.getMessage()),
                    List.of());
        }
    }

    private static @Nullable ZoneId zone(TypedReport typed, List<Violation> violations) {
        try {
            return ClinicTime.zone(
                    typed.texts().getOrDefault(ReportForm.ZONE, "").strip());
        } catch (IllegalArgumentException e) {
            violations.add(new Violation(ReportForm.ZONE, String.valueOf(e.getMessage())));
            return null;
        }
    }

    private static String why(String detail, List<Violation> named) {
        return named.isEmpty()
                ? "Not reported: %s.".formatted(detail.replaceFirst("[.]$", ""))
                : "Not reported: something is missing or cannot be taken.";
    }

    /** What intake names by paths, by the form's fields. */
    private static List<Violation> named(
            WriteSession.Written written, int status, String detail, List<Violation> named) {
        if (status == CONFLICT) {
            return List.of(new Violation("reference", detail));
        }
        return named.stream()
                .map(violation ->
                        new Violation(written.nameOf(violation.field()).orElse(violation.field()), violation.message()))
                .toList();
    }

    private static Outcome refused(int status, TypedReport typed, String why, List<Violation> violations) {
        return new Outcome.Refused(status, ReportForm.of(typed.texts(), typed.count(), why, violations));
    }
}
