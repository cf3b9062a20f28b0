package io.dripline.reporting.baseline;

import java.util.OptionalDouble;

/** The incidence that a figure prints, as it stands: what an observed rate lies above, or does not. */
public final class PublishedRate {

    private PublishedRate() {}

    /**
     * The one proportion, x/n of a count, or the upper end of a range; in [0, 1]. Empty where none is printed (words, a
     * relative risk, a count without n), and where the figure contradicts itself or counts less than its measure.
     */
    public static OptionalDouble of(Baseline figure) {
        if (figure.standing() == Standing.IMPOSSIBLE || figure.workings().narrowedTo() != null) {
            return OptionalDouble.empty();
        }
        return switch (figure.kind()) {
            case RANGE, PROPORTION -> end(figure);
            case COUNT ->
                figure.x() != null && figure.n() != null
                        ? OptionalDouble.of((double) figure.x() / figure.n())
                        : end(figure);
            case RELATIVE_RISK, QUALITATIVE -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble end(Baseline figure) {
        return figure.high() == null ? OptionalDouble.empty() : OptionalDouble.of(figure.high());
    }
}
