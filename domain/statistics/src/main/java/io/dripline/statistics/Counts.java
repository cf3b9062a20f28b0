package io.dripline.statistics;

/**
 * How many were exposed, and how many of those had the event.
 *
 * @param exposed exposures (sessions, courses or patients), 0 or more
 * @param affected exposures with the event, 0 to {@code exposed}
 */
public record Counts(long exposed, long affected) {

    /** Nothing counted yet. */
    public static final Counts ZERO = new Counts(0, 0);

    public Counts {
        if (affected < 0 || exposed < affected) {
            throw new IllegalArgumentException(
                    "expected 0 <= affected <= exposed, found affected %d of exposed %d".formatted(affected, exposed));
        }
    }

    /** The counts of both; {@link ArithmeticException} beyond the range of a long. */
    public Counts plus(Counts other) {
        return new Counts(Math.addExact(exposed, other.exposed), Math.addExact(affected, other.affected));
    }

    /** Exposures without the event. */
    public long unaffected() {
        return exposed - affected;
    }
}
