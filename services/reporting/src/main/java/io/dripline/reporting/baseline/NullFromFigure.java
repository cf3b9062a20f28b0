package io.dripline.reporting.baseline;

import io.dripline.statistics.ClopperPearson;
import io.dripline.statistics.Counts;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * From a published figure to p0, the largest incidence that is no excess over it. The published uncertainty is given to
 * the clinic: an upper end or an upper limit, never the middle.
 */
public final class NullFromFigure {

    private static final double LEVEL = 0.95;

    private NullFromFigure() {}

    /**
     * The null of a figure, inside (0, 1); empty where none follows: words, a relative risk, a figure that contradicts
     * itself or counts less than its measure, or an end at 0 or 1, which nothing can exceed or stay under.
     */
    public static OptionalDouble p0(Baseline figure) {
        if (figure.standing() == Standing.IMPOSSIBLE || figure.workings().narrowedTo() != null) {
            return OptionalDouble.empty();
        }
        OptionalDouble p0 = switch (figure.kind()) {
            case RANGE -> upperEnd(figure);
            case COUNT -> upperLimit(figure);
            case PROPORTION -> figure.n() == null ? upperEnd(figure) : upperLimit(figure);
            case RELATIVE_RISK, QUALITATIVE -> OptionalDouble.empty();
        };
        return p0.isPresent() && p0.getAsDouble() > 0 && p0.getAsDouble() < 1 ? p0 : OptionalDouble.empty();
    }

    private static OptionalDouble upperEnd(Baseline figure) {
        return figure.high() == null ? OptionalDouble.empty() : OptionalDouble.of(figure.high());
    }

    /** One-sided 95 % Clopper-Pearson limit of x/n; without a count there is nothing to compute it from. */
    private static OptionalDouble upperLimit(Baseline figure) {
        OptionalLong x = affected(figure);
        return x.isEmpty() || figure.n() == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(ClopperPearson.upperLimit(new Counts(figure.n(), x.getAsLong()), LEVEL));
    }

    /** The patients affected: as printed, or the one count that the printed percentage stands for. */
    static OptionalLong affected(Baseline figure) {
        if (figure.x() != null) {
            return OptionalLong.of(figure.x());
        }
        BigDecimal percentage = FindContradictions.percentage(figure);
        return figure.n() == null || percentage == null
                ? OptionalLong.empty()
                : PercentageCount.of(figure.n(), percentage);
    }
}
