package io.dripline.contracts.coding;

import io.dripline.contracts.session.Seriousness;
import io.dripline.contracts.session.Severity;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reported event after coding. The reporter's words stay with intake and classification; nothing downstream
 * needs them.
 *
 * @param codings the terms found in its words: none, one or several
 * @param awaitingReview whether part of its words waits for a person; no coding and not awaiting means that the
 *     words state no event
 */
public record CodedEvent(
        UUID id,
        @Nullable Severity severity,
        List<Seriousness> seriousness,
        List<Coding> codings,
        boolean awaitingReview) {

    public CodedEvent {
        seriousness = seriousness == null ? List.of() : List.copyOf(seriousness);
        codings = codings == null ? List.of() : List.copyOf(codings);
    }
}
