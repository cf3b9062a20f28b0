package io.dripline.reporting.dashboard.alert;

import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.Unit;
import io.dripline.contracts.session.GivenDose;
import io.dripline.contracts.session.Outcome;
import io.dripline.contracts.session.PlannedDose;
import io.dripline.reporting.cases.Case;
import io.dripline.reporting.cases.NumberedCase;
import io.dripline.reporting.dashboard.layout.ClassificationWords;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One case.
 *
 * @param who the patient's number in this listing, and as far as the unit leaves that open which course and how many sessions it is
 * @param how route, formulation, planned sessions and indication, as far as they are stated
 * @param dose as planned and as given, digit by digit; empty where neither is stated
 * @param sessions those with events, by start
 */
public record CaseLine(String week, String who, String clinic, String how, String dose, List<SessionLine> sessions) {

    public CaseLine {
        sessions = List.copyOf(sessions);
    }

    /** A session. @param id by which its clinic knows it */
    public record SessionLine(String id, List<EventLine> events) {

        public SessionLine {
            events = List.copyOf(events);
        }
    }

    /**
     * An event.
     *
     * @param words in quotes
     * @param coded terms with their systems, or what became of it instead
     * @param course how strong and serious it was and how it ended; empty where that is not stated
     */
    public record EventLine(String words, String coded, String course) {}

    static CaseLine of(NumberedCase numbered) {
        Case one = numbered.one();
        return new CaseLine(
                one.week(),
                who(one, numbered.patient()),
                one.clinic(),
                how(one),
                dose(one.plannedDose(), one.givenDose()),
                one.sessions().stream()
                        .map(session -> session(one, session))
                        .filter(session -> !session.events().isEmpty())
                        .toList());
    }

    private static String who(Case one, int patient) {
        List<String> parts = new ArrayList<>();
        parts.add("patient " + patient);
        if (one.unit() != Unit.FIRST_COURSE) {
            parts.add("course " + one.course());
        }
        if (one.unit() != Unit.SESSION) {
            parts.add(Figures.count(one.sessions().size(), "session"));
        }
        return String.join(", ", parts);
    }

    private static String how(Case one) {
        return Stream.of(
                        stated("", one.route()),
                        stated("", one.formulation()),
                        stated(Words.dimension("regimen") + ": ", one.regimen()),
                        stated(Words.dimension("indication") + ": ", one.indication()))
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> stated(String label, String value) {
        return value.equals(Cell.UNSTATED) ? Stream.empty() : Stream.of(label + Words.plain(value));
    }

    private static String dose(@Nullable PlannedDose planned, @Nullable GivenDose given) {
        List<String> doses = new ArrayList<>();
        if (planned != null) {
            add(doses, "bolus %s mg/kg planned", planned.bolusMgPerKg());
            add(doses, "%s mg/kg/h planned", planned.mgPerKgPerHour());
            add(doses, "%s mg/kg planned", planned.mgPerKg());
        }
        if (given != null) {
            add(doses, "%s mg given", given.totalMg());
        }
        return String.join(", ", doses);
    }

    private static void add(List<String> doses, String form, @Nullable Double dose) {
        if (dose != null) {
            doses.add(
                    form.formatted(BigDecimal.valueOf(dose).stripTrailingZeros().toPlainString()));
        }
    }

    private static SessionLine session(Case one, UUID session) {
        return new SessionLine(
                session.toString(),
                one.events().stream()
                        .filter(event -> event.session().equals(session))
                        .map(CaseLine::event)
                        .toList());
    }

    private static EventLine event(Case.Event event) {
        List<String> course = new ArrayList<>();
        if (event.severity() != null) {
            course.add(Words.plain(event.severity().name()));
        }
        if (!event.seriousness().isEmpty()) {
            course.add(event.seriousness().stream()
                    .map(one -> Words.plain(one.name()))
                    .collect(Collectors.joining(" and ", "serious: ", "")));
        }
        if (event.outcome() != null) {
            course.add(
                    event.outcome() == Outcome.UNKNOWN
                            ? "outcome unknown"
                            : Words.plain(event.outcome().name()));
        }
        return new EventLine(ClassificationWords.quoted(event.words()), coded(event), String.join(", ", course));
    }

    private static String coded(Case.Event event) {
        Stream<String> terms = event.codings().stream().map(CaseLine::term);
        Stream<String> open = event.awaitingReview() ? Stream.of("awaits review") : Stream.empty();
        String coded = Stream.concat(terms, open).collect(Collectors.joining("; "));
        return coded.isEmpty() ? "no adverse event" : coded;
    }

    private static String term(Coding coding) {
        return "%s (%s)"
                .formatted(
                        Words.measure(coding.term()),
                        Words.measure(coding.category().name()));
    }
}
