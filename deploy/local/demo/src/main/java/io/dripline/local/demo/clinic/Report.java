package io.dripline.local.demo.clinic;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dripline.contracts.session.SessionAttributes;
import java.time.LocalDate;
import java.util.List;

/**
 * A session as a clinic posts it.
 *
 * @param reference the clinic's own name for the session
 * @param patient the patient's code within the clinic
 */
public record Report(
        String reference,
        String patient,
        @JsonUnwrapped SessionAttributes attributes,
        List<StatedEvent> adverseEvents) {

    public Report {
        adverseEvents = List.copyOf(adverseEvents);
    }

    /** The day for which a tally counts the session: that of its start, by the clinic's clock. */
    public LocalDate startedOn() {
        return attributes.startedAt().toLocalDate();
    }
}
