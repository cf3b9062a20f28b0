package io.dripline.reporting.monitor;

import io.dripline.contracts.incidence.IsoWeek;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of a monitor.
 *
 * @param by a person, or the software; null to clinics
 * @param reason null where none was asked for, and to clinics
 * @param p0 its null from then on; null while it waits for one
 * @param nullRevision which null of its figure that is; null while it waits for one, and where that was not kept yet
 * @param startWeek its first week that counts, from then on; null for the beginning
 */
public record MonitorStep(
        Kind step,
        Instant at,

        @Schema(description = "Who did it, a person or the software; null to clinics") @Nullable
        String by,

        @Schema(description = "Why; null where none was asked for, and to clinics") @Nullable
        String reason,

        @Nullable Double p0,

        @Schema(
                description =
                        "Which of the figure's nulls that is, see GET /api/baselines; null while it waits for one, and where that"
                                + " was not kept yet")
        @Nullable
        Integer nullRevision,

        @Nullable IsoWeek startWeek) {

    /** What happened; each at most once. */
    public enum Kind {
        MADE,
        /** It waited for a null; one was given, and it counts from that week on. */
        NULL_GIVEN,
        RETIRED
    }

    /** What happened without the person who did it and the words in which they said why. */
    MonitorStep withoutWhoAndWhy() {
        return new MonitorStep(step, at, null, null, p0, nullRevision, startWeek);
    }
}
