package io.dripline.intake.session;

import io.dripline.contracts.session.ActionTaken;
import io.dripline.contracts.session.AdverseEvent;
import io.dripline.contracts.session.Causality;
import io.dripline.contracts.session.Outcome;
import io.dripline.contracts.session.Seriousness;
import io.dripline.contracts.session.Severity;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One event as its clinic stated it, before it has an id; equal if and only if it says the same.
 *
 * @param verbatim null: stated once, and erased since
 */
record StatedEvent(
        @Nullable String verbatim,
        @Nullable OffsetDateTime onsetAt,
        @Nullable OffsetDateTime resolvedAt,
        @Nullable Severity severity,
        List<Seriousness> seriousness,
        @Nullable Outcome outcome,
        @Nullable ActionTaken actionTaken,
        @Nullable Causality causality) {

    /** @param hideCode takes the patient's code out of the words */
    static StatedEvent of(NewAdverseEvent event, UnaryOperator<String> hideCode) {
        return new StatedEvent(
                hideCode.apply(Objects.requireNonNull(event.verbatim())),
                event.onsetAt(),
                event.resolvedAt(),
                event.severity(),
                StatedSession.distinct(event.seriousness()),
                event.outcome(),
                event.actionTaken(),
                event.causality());
    }

    static StatedEvent of(AdverseEvent event) {
        return new StatedEvent(
                event.verbatim(),
                event.onsetAt(),
                event.resolvedAt(),
                event.severity(),
                event.seriousness(),
                event.outcome(),
                event.actionTaken(),
                event.causality());
    }

    AdverseEvent named(UUID id) {
        return new AdverseEvent(
                id, verbatim, onsetAt, resolvedAt, severity, seriousness, outcome, actionTaken, causality);
    }
}
