package io.dripline.intake.tally;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A clinic's day: what it says it did beside what it reported.
 *
 * @param clinic null to a clinic, whose own days these are
 * @param sessionsPerformed as the clinic last stated, null where it stated nothing
 * @param sessionsPosted active sessions that started on this local date
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder({"clinic", "date", "sessionsPerformed", "sessionsPosted"})
public record Tally(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String clinic,

        LocalDate date,
        @Nullable Integer sessionsPerformed,
        int sessionsPosted) {}
