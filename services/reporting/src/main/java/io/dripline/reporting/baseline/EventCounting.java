package io.dripline.reporting.baseline;

import io.dripline.contracts.session.Ascertainment;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How events were counted, as far as somebody states it: a figure's source, or the officer who gave a null. What is not stated is
 * null.
 *
 * @param ascertainment how events were asked for
 * @param window over which they were counted: infusion, course or long term; of a pooled figure several of them
 */
@Schema(description = "How events were counted; what is not stated is null")
public record EventCounting(
        @Nullable Ascertainment ascertainment,

        @Schema(description = "Over which events were counted: infusion, course or long term") @Nullable
        String window) {

    /** Neither is stated. */
    public static final EventCounting UNSTATED = new EventCounting(null, null);

    /** What the source of a figure states. */
    public static EventCounting of(Baseline figure) {
        return new EventCounting(figure.ascertainment(), figure.window());
    }

    /** As a database has it. */
    public static EventCounting stored(@Nullable String ascertainment, @Nullable String window) {
        return new EventCounting(ascertainment == null ? null : Ascertainment.valueOf(ascertainment), window);
    }

    /** What of this another one states otherwise. */
    public EventCounting overriddenBy(EventCounting other) {
        return new EventCounting(overridden(ascertainment, other.ascertainment), overridden(window, other.window));
    }

    private static <T> @Nullable T overridden(@Nullable T stated, @Nullable T other) {
        return other == null || other.equals(stated) ? null : stated;
    }
}
