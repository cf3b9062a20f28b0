package io.dripline.reporting.dashboard.audit;

import io.dripline.reporting.audit.AuditCursor;
import io.dripline.reporting.audit.AuditQuestion;
import io.dripline.reporting.audit.DeedKind;
import io.dripline.reporting.caller.Violations;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Reads which deeds an address asks for. */
final class ReadFilters {

    /** Of every kind, the daily reports too. */
    static final String EVERYTHING = "EVERYTHING";

    private static final Set<String> KNOWN = Set.of("who", "kind", "from", "to", "text", "after");
    private static final int LONGEST = 200;
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9998, 12, 31);

    private ReadFilters() {}

    /** What is asked for, and behind which place. */
    record Read(AuditQuestion question, AuditCursor after) {}

    /**
     * Reads the parameters; those that are stated and empty say nothing.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 or 422, naming everything that is wrong
     */
    static Read read(MultivaluedMap<String, String> stated) {
        Violations violations = new Violations();
        violations.refuseUnknown(stated, KNOWN);
        LocalDate from = violations
                .read("from", stated.getFirst("from"), ReadFilters::day, "a day, as 2026-11-22")
                .orElse(null);
        LocalDate to = violations
                .read("to", stated.getFirst("to"), ReadFilters::day, "a day, as 2026-11-22")
                .orElse(null);
        if (from != null && to != null && to.isBefore(from)) {
            violations.broken("to", "expected a day that is not before the first, found " + to);
        }
        AuditQuestion question = new AuditQuestion(
                from == null ? null : beginning(from),
                to == null ? null : beginning(to.plusDays(1)),
                violations
                        .read(
                                "who",
                                stated.getFirst("who"),
                                ReadFilters::text,
                                "a name of at most %d characters".formatted(LONGEST))
                        .orElse(null),
                violations
                        .read("kind", stated.getFirst("kind"), ReadFilters::kinds, "a kind of the list")
                        .orElseGet(DeedKind::decisions),
                violations
                        .read(
                                "text",
                                stated.getFirst("text"),
                                ReadFilters::text,
                                "at most %d characters".formatted(LONGEST))
                        .orElse(null));
        AuditCursor after = violations
                .read("after", stated.getFirst("after"), AuditCursor::of, "what a page named as the next")
                .orElse(AuditCursor.START);
        violations.refuseIfAny();
        return new Read(question, after);
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
                throw new IllegalArgumentException(text);
            }
            return day;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static String text(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST
                || stripped.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("text");
        }
        return stripped;
    }

    private static List<DeedKind> kinds(String name) {
        return name.equals(EVERYTHING)
                ? List.of()
                : List.of(DeedKind.named(name).orElseThrow(() -> new IllegalArgumentException(name)));
    }
}
