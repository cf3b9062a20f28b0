package io.dripline.local.demo.clinic;

import io.dripline.contracts.session.ActionTaken;
import io.dripline.contracts.session.Causality;
import io.dripline.contracts.session.Outcome;
import io.dripline.contracts.session.Severity;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** An event as a clinic posts it; all but the words may be left out. */
public record StatedEvent(
        String verbatim,
        @Nullable OffsetDateTime onsetAt,
        @Nullable OffsetDateTime resolvedAt,
        @Nullable Severity severity,
        @Nullable Outcome outcome,
        @Nullable ActionTaken actionTaken,
        @Nullable Causality causality) {

    /** Words alone. */
    static StatedEvent words(String verbatim) {
        return new StatedEvent(verbatim, null, null, null, null, null, null);
    }
}
