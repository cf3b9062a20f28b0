package io.dripline.reporting.baseline;

import io.dripline.contracts.session.Ascertainment;
import org.jspecify.annotations.Nullable;

/**
 * How the events behind a null were counted, and who says so: what the officer who gave the null states, else what the figure's
 * source does.
 *
 * @param ascertainment how events were asked for
 * @param window over which they were counted
 */
public record CountedEvents(Said<Ascertainment> ascertainment, Said<String> window) {

    /**
     * What is said of one aspect.
     *
     * @param value null where neither says it
     * @param byOfficer whether it is the officer's word alone: the source says otherwise or nothing
     * @param overridden what the source says otherwise; null where it does not
     */
    public record Said<T>(
            @Nullable T value, boolean byOfficer, @Nullable T overridden) {

        private static <T> Said<T> of(@Nullable T officer, @Nullable T source) {
            return officer == null || officer.equals(source)
                    ? new Said<>(source, false, null)
                    : new Said<>(officer, true, source);
        }
    }

    /** @param states what the null of the figure states; {@link EventCounting#UNSTATED} where it has none */
    public static CountedEvents of(Baseline figure, EventCounting states) {
        return new CountedEvents(
                Said.of(states.ascertainment(), figure.ascertainment()), Said.of(states.window(), figure.window()));
    }

    /** Whether events were counted over long-term use, and not over infusions or a course of them. */
    public boolean countsLongTermUse() {
        return Window.LONG_TERM.is(window.value());
    }
}
