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

    /** What the null of a figure that has one is, in a sentence. */
    static String basis(Baseline figure) {
        if (!figure.workings().pooled().isEmpty()) {
            return "Upper end of the 95 %% prediction interval of the pooled studies. %s".formatted(PooledNull.WARNING);
        }
        OptionalLong x = affected(figure);
        if (figure.n() != null && x.isPresent()) {
            return "One-sided 95 %% Clopper-Pearson upper limit of %d of %d.".formatted(x.getAsLong(), figure.n());
        }
        if (figure.kind() == FigureKind.RANGE) {
            return "Upper end of the printed range.";
        }
        return figure.printed().startsWith("up to ")
                ? "The printed upper end."
                : "The one printed figure itself, flagged: how many patients it was counted in is not printed.";
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
    public static OptionalLong affected(Baseline figure) {
        if (figure.x() != null) {
            return OptionalLong.of(figure.x());
        }
        BigDecimal percentage = FindContradictions.percentage(figure);
        return figure.n() == null || percentage == null
                ? OptionalLong.empty()
                : PercentageCount.of(figure.n(), percentage);
    }
}
