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
     * @param overridden what the source said otherwise when the null was given; null where it did not
     * @param sinceStated what the source, corrected since, says otherwise, where it did not when the null was given; else null
     */
    public record Said<T>(
            @Nullable T value,
            boolean byOfficer,
            @Nullable T overridden,
            @Nullable T sinceStated) {

        private static <T> Said<T> of(@Nullable T officer, @Nullable T overridden, @Nullable T source) {
            if (officer != null && overridden != null) {
                return new Said<>(officer, true, overridden, null);
            }
            return officer == null || officer.equals(source)
                    ? new Said<>(source, false, null, null)
                    : new Said<>(officer, true, null, source);
        }
    }

    /**
     * @param states what the null of the figure states; {@link EventCounting#UNSTATED} where it has none
     * @param overrides what the source stated otherwise when it was given, as it was sealed with it: the catalogue may be corrected
     */
    public static CountedEvents of(Baseline figure, EventCounting states, EventCounting overrides) {
        return new CountedEvents(
                Said.of(states.ascertainment(), overrides.ascertainment(), figure.ascertainment()),
                Said.of(states.window(), overrides.window(), figure.window()));
    }

    /** Whether events were counted over long-term use, and not over infusions or a course of them. */
    public boolean countsLongTermUse() {
        return Window.LONG_TERM.is(window.value());
    }
}
