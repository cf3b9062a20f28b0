package io.dripline.reporting.baseline;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dripline.contracts.incidence.Unit;
import io.dripline.contracts.session.Ascertainment;
import io.dripline.contracts.session.Formulation;
import io.dripline.contracts.session.Indication;
import io.dripline.contracts.session.Route;
import java.util.regex.Pattern;
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
 * @param low lower end of a range, a proportion
 * @param high upper end of a range, or the one figure, a proportion
 * @param x patients affected
 * @param window over which events were counted: infusion, course, long term
 * @param transientEffects whether the source calls the effects transient
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
        @Nullable String remark) {

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
        require(isProportion(low), "low", "a proportion, 0 to 1", low);
        require(isProportion(high), "high", "a proportion, 0 to 1", high);
        require(low == null || (high != null && low <= high), "low", "not above high", low);
        require(n == null || n >= 1, "n", "1 or more", n);
        require(x == null || (x >= 0 && (n == null || x <= n)), "x", "0 to n", x);
        require(kind != FigureKind.RANGE || high != null, "high", "the upper end of the range", null);
        require(
                (kind == FigureKind.QUALITATIVE) == (standing == Standing.NO_NUMBER),
                "standing",
                "NO_NUMBER for words, and for nothing else",
                standing);
        require(
                kind != FigureKind.QUALITATIVE || (low == null && high == null && x == null),
                "kind",
                "no number beside words",
                kind);
    }

    private static boolean isProportion(@Nullable Double value) {
        return value == null || (value >= 0 && value <= 1);
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
