package io.dripline.contracts.incidence;

/**
 * Exposures of a cell that had, or may have had, an event of one measure.
 *
 * @param affected exposures with a coded event of the measure
 * @param possible {@code affected} and those in which an event awaits coding
 */
public record MeasureCount(long affected, long possible) {

    public MeasureCount {
        if (affected < 0 || possible < affected) {
            throw new IllegalArgumentException(
                    "expected 0 <= affected <= possible, found %d and %d".formatted(affected, possible));
        }
    }
}
