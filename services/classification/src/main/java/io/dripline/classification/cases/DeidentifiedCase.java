package io.dripline.classification.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dripline.contracts.coding.Category;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.contracts.session.GivenDose;
import io.dripline.contracts.session.Outcome;
import io.dripline.contracts.session.PlannedDose;
import io.dripline.contracts.session.Seriousness;
import io.dripline.contracts.session.Severity;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One exposure as it may leave the system: none of the identifiers that the HIPAA safe harbour lists (45 CFR 164.514(b)(2)). Of dates the
 * year; no clinic, which is a place; no ids, which tell when something was received; no words.
 *
 * @param patient a number that means something in this export only
 * @param course which of the patient's courses it is or belongs to, from 1
 * @param year of its start, by ISO week
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        requiredProperties = {
            "unit",
            "sessions",
            "patient",
            "course",
            "year",
            "route",
            "formulation",
            "regimen",
            "indication",
            "doseBand",
            "ascertainment",
            "affected",
            "awaiting",
            "events"
        })
public record DeidentifiedCase(
        Unit unit,
        @Schema(description = "How many sessions it is") int sessions,
        long patient,
        int course,
        @Schema(examples = "2026") int year,
        String route,
        String formulation,
        String regimen,
        String indication,
        String doseBand,
        String ascertainment,
        @Nullable PlannedDose plannedDose,
        @Nullable GivenDose givenDose,
        boolean affected,
        boolean awaiting,
        List<Event> events) {

    /** One reported event. */
    @Schema(name = "DeidentifiedEvent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Event(
            List<CodedAs> codings,
            boolean awaitingReview,
            @Nullable Severity severity,
            List<Seriousness> seriousness,
            @Nullable Outcome outcome) {}

    /** A term without what was matched in the words. */
    public record CodedAs(String term, Category category) {}

    static DeidentifiedCase of(Case line) {
        return new DeidentifiedCase(
                line.unit(),
                line.sessions().size(),
                line.patient(),
                line.course(),
                IsoWeek.parse(line.week()).year(),
                line.route(),
                line.formulation(),
                line.regimen(),
                line.indication(),
                line.doseBand(),
                line.ascertainment(),
                line.plannedDose(),
                line.givenDose(),
                line.affected(),
                line.awaiting(),
                line.events().stream().map(DeidentifiedCase::of).toList());
    }

    private static Event of(Case.Event event) {
        return new Event(
                event.codings().stream()
                        .map(coding -> new CodedAs(coding.term(), coding.category()))
                        .toList(),
                event.awaitingReview(),
                event.severity(),
                event.seriousness(),
                event.outcome());
    }
}
