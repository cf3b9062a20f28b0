package io.dripline.reporting.baseline;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import io.dripline.contracts.incidence.Unit;
import io.dripline.contracts.session.Ascertainment;
import io.dripline.contracts.session.Formulation;
import io.dripline.contracts.session.Indication;
import io.dripline.contracts.session.Route;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One published figure. What the source does not print is null.
 *
 * @param id stable, lower case
 * @param place table and row, or section, of the evidence review
 * @param n patients in the arm
 * @param measure what is counted here
 * @param measurePrinted what the source counts, in its words
 * @param printed the figure, letter by letter
 * @param low lower end of a range, a proportion; of a relative risk, the lower end of its 95 % interval, a ratio
 * @param high upper end of a range, or the one figure, a proportion; of a relative risk, the upper end of its interval
 * @param x patients affected
 * @param window over which events were counted: infusion, course, long term
 * @param transientEffects whether the source calls the effects transient
 * @param standing derived, never stated
 * @param remark why it has its standing, and what else a reader must know to use it
 * @param workings what callers are not told
 */
public record Baseline(
        String id,
        String study,
        String citation,
        String place,
        @Nullable String country,
        @Nullable String population,
        @Nullable Long n,
        @Nullable Indication indication,
        @Nullable Route route,
        @Nullable Formulation formulation,
        @Nullable String dose,
        @Nullable String arm,
        String measure,
        String measurePrinted,
        FigureKind kind,
        String printed,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Long x,
        @Nullable Unit unit,
        @Nullable String window,
        @Nullable Ascertainment ascertainment,
        @JsonProperty("transient") @Nullable Boolean transientEffects,
        Standing standing,
        @Nullable String remark,

        @JsonProperty(access = Access.WRITE_ONLY) @Schema(hidden = true)
        Workings workings) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Baseline {
        require(id != null && ID.matcher(id).matches(), "id", "lower case, digits and hyphens", id);
        requireText("study", study);
        requireText("citation", citation);
        requireText("place", place);
        requireText("measure", measure);
        requireText("measurePrinted", measurePrinted);
        requireText("printed", printed);
        require(kind != null, "kind", "one of the kinds of figure", null);
        require(standing != null, "standing", "one of the standings", null);
        workings = workings == null ? Workings.NONE : workings;
        require(n == null || n >= 1, "n", "1 or more", n);
        require(x == null || x >= 0, "x", "0 or more", x);
        if (workings.pooled().isEmpty()) {
            require(isPrinted(x, printed), "x", "a number that is printed", x);
            requireEnds(kind, printed, low, high, x);
        } else {
            require(
                    kind == FigureKind.RANGE && low != null && high != null && 0 < low && low < high && high < 1,
                    "high",
                    "the ends of a prediction interval inside (0, 1)",
                    high);
        }
        requireEstimate(kind, printed, workings.estimate());
        require(
                (kind == FigureKind.QUALITATIVE) == (standing == Standing.NO_NUMBER),
                "standing",
                "NO_NUMBER for words, and for nothing else",
                standing);
    }

    /** The figure with its standing derived, and the reason before its remark. */
    Baseline standing(Standing derived, String reason) {
        return new Baseline(
                id,
                study,
                citation,
                place,
                country,
                population,
                n,
                indication,
                route,
                formulation,
                dose,
                arm,
                measure,
                measurePrinted,
                kind,
                printed,
                low,
                high,
                x,
                unit,
                window,
                ascertainment,
                transientEffects,
                derived,
                remark == null ? reason : reason + " " + remark,
                workings);
    }

    /** Lower end of the published range of incidences; null where none is printed. */
    public @Nullable Double rangeLow() {
        return kind == FigureKind.RELATIVE_RISK ? null : low;
    }

    /** Upper end of the published range of incidences, or the one incidence; null where none is printed. */
    public @Nullable Double rangeHigh() {
        return kind == FigureKind.RELATIVE_RISK ? null : high;
    }

    /** Whether events were counted over long-term use, and not over infusions or a course of them. */
    public boolean countsLongTermUse() {
        return Window.LONG_TERM.is(window);
    }

    private static void requireEnds(
            FigureKind kind, String printed, @Nullable Double low, @Nullable Double high, @Nullable Long x) {
        switch (kind) {
            case RANGE -> {
                require(low != null && isProportion(low, printed), "low", "a proportion, printed in per cent", low);
                require(high != null && isProportion(high, printed), "high", "a proportion, printed in per cent", high);
            }
            case PROPORTION -> {
                require(low == null, "low", "none beside the one figure", low);
                require(high != null && isProportion(high, printed), "high", "a proportion, printed in per cent", high);
            }
            case COUNT -> {
                require(low == null, "low", "none beside a count", low);
                require(high == null || isProportion(high, printed), "high", "a proportion, printed in per cent", high);
                require(x != null, "x", "the count", null);
            }
            case RELATIVE_RISK -> {
                require(low != null && isRatio(low, printed), "low", "a ratio that is printed", low);
                require(high != null && isRatio(high, printed), "high", "a ratio that is printed", high);
            }
            case QUALITATIVE ->
                require(low == null && high == null && x == null, "kind", "no number beside words", kind);
        }
    }

    private static void requireEstimate(FigureKind kind, String printed, @Nullable Double estimate) {
        require(
                kind == FigureKind.RELATIVE_RISK ? estimate != null && isRatio(estimate, printed) : estimate == null,
                "estimate",
                "that of a relative risk, as printed, and of nothing else",
                estimate);
    }

    private static boolean isProportion(double value, String printed) {
        return value >= 0 && value <= 1 && Numerals.percentage(printed, value).isPresent();
    }

    private static boolean isRatio(double value, String printed) {
        return value > 0 && Numerals.find(printed, value).isPresent();
    }

    private static boolean isPrinted(@Nullable Long count, String printed) {
        return count == null || Numerals.find(printed, count).isPresent();
    }

    private static void requireText(String field, @Nullable String value) {
        require(value != null && !value.isBlank(), field, "a text", value);
    }

    private static void require(boolean holds, String field, String expected, @Nullable Object found) {
        if (!holds) {
            throw new IllegalArgumentException("%s: expected %s, found %s".formatted(field, expected, found));
        }
    }
}
