package io.dripline.reporting.baseline;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A null that a figure has or had.
 *
 * @param revision 0 for the one that follows from the figure itself, then those that officers gave, from 1 on
 * @param p0 the largest incidence that is no excess, inside (0, 1)
 * @param states how the events behind it were counted, as the officer who gave it states; neither for revision 0
 * @param overrides what of that the figure's source stated otherwise when it was given; neither where it overrides nothing
 * @param basis what the number is, a sentence
 * @param reason why an officer gave it; null for revision 0, and to clinics
 * @param at when it was given; null for revision 0
 * @param by who gave it; null for revision 0, and to clinics
 */
public record BaselineNull(
        @Schema(description = "0 for the null that follows from the figure itself, then those that officers gave")
        int revision,

        double p0,

        @JsonUnwrapped EventCounting states,

        @Schema(
                description =
                        "What the source states of ascertainment and window where the null states otherwise; null where it"
                                + " overrides nothing")
        EventCounting overrides,

        String basis,

        @Schema(description = "Why an officer gave it; null for revision 0, and to clinics") @Nullable
        String reason,

        @Nullable Instant at,

        @Schema(description = "Who gave it; null for revision 0, and to clinics") @Nullable
        String by) {

    public BaselineNull {
        if (revision < 0) {
            throw new IllegalArgumentException("revision: expected 0 or more, found " + revision);
        }
        if (!(p0 > 0 && p0 < 1)) {
            throw new IllegalArgumentException("p0: expected a number inside (0, 1), found " + p0);
        }
        if (revision > 0 && at == null) {
            throw new IllegalArgumentException("at: an officer's null needs it");
        }
    }

    /** The one that follows from a figure itself, of which only its source speaks. */
    static BaselineNull ofFigure(double p0, String basis) {
        return new BaselineNull(0, p0, EventCounting.UNSTATED, EventCounting.UNSTATED, basis, null, null, null);
    }

    /** The number without the person who gave it and the words in which that was said. */
    BaselineNull withoutWhoAndWhy() {
        return new BaselineNull(revision, p0, states, overrides, basis, null, at, null);
    }
}
