package io.dripline.reporting.dashboard.alert;

import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.session.GivenDose;
import io.dripline.contracts.session.PlannedDose;
import io.dripline.reporting.cases.Case;
import io.dripline.reporting.dashboard.layout.AskedWords;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One case.
 *
 * @param who the patient's number in this listing, the course, and how many sessions it has
 * @param how route, formulation, planned sessions and indication, as far as they are stated
 * @param dose as planned and as given; empty where neither is stated
 */
public record CaseLine(String week, String who, String clinic, String how, String dose, List<EventLine> events) {

    private static final String UNSTATED = "UNSTATED";

    public CaseLine {
        events = List.copyOf(events);
    }

    /** An event. @param words in quotes @param coded terms with their systems, or what became of it instead @param course how it went */
    public record EventLine(String words, String coded, String course) {}

    static CaseLine of(Case one) {
        return new CaseLine(
                one.week(),
                "patient %d, course %d, %s"
                        .formatted(
                                one.patient(),
                                one.course(),
                                Figures.count(one.sessions().size(), "session")),
                one.clinic(),
                Stream.of(one.route(), one.formulation(), one.regimen(), one.indication())
                        .filter(value -> !value.equals(UNSTATED))
                        .map(CaseLine::plain)
                        .collect(Collectors.joining(", ")),
                dose(one.plannedDose(), one.givenDose()),
                one.events().stream().map(CaseLine::event).toList());
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
            doses.add(form.formatted(Figures.threeDigits(dose)));
        }
    }

    private static EventLine event(Case.Event event) {
        return new EventLine(
                AskedWords.quoted(event.words()),
                coded(event),
                Stream.concat(
                                Stream.of(event.severity(), event.outcome()).filter(Objects::nonNull),
                                event.seriousness().stream())
                        .map(value -> plain(value.name()))
                        .collect(Collectors.joining(", ")));
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

    private static String plain(String value) {
        return Words.value("", value);
    }
}
