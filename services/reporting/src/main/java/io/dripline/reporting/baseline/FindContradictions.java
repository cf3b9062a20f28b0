package io.dripline.reporting.baseline;

import io.dripline.contracts.incidence.DefinedMeasure;
import io.dripline.contracts.incidence.Measures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Finds what a printed figure says against itself, or its row against it: each reason in a sentence. */
final class FindContradictions {

    private final Map<String, Set<String>> terms;

    FindContradictions(Measures measures) {
        terms = measures.defined().stream()
                .collect(Collectors.toMap(DefinedMeasure::id, union -> Set.copyOf(union.terms())));
    }

    /** Why the figure cannot be; empty if nothing printed speaks against it. */
    List<String> of(Baseline figure, List<Baseline> catalogue) {
        List<String> reasons = new ArrayList<>(within(figure));
        catalogue.stream()
                .filter(whole -> exceeds(figure, whole))
                .map(whole -> "A part cannot exceed its whole: %s prints %s of the same patients."
                        .formatted(whole.id(), shown(whole)))
                .forEach(reasons::add);
        catalogue.stream()
                .filter(part -> exceeds(part, figure))
                .map(part -> "A whole cannot be less than its part: %s prints %s of the same patients."
                        .formatted(part.id(), shown(part)))
                .forEach(reasons::add);
        catalogue.stream()
                .filter(other -> cannotShareTheirPatients(figure, other))
                .map(other -> "No division of %d patients into two groups gives %s %% and, as %s prints, %s %%."
                        .formatted(figure.workings().together(), percentage(figure), other.id(), percentage(other)))
                .forEach(reasons::add);
        return reasons;
    }

    private static List<String> within(Baseline figure) {
        List<String> reasons = new ArrayList<>();
        Double low = figure.low();
        Double high = figure.high();
        if (low != null && high != null && low > high) {
            reasons.add("The lower end, %s, lies above the upper end, %s.".formatted(low, high));
        }
        Double estimate = figure.workings().estimate();
        if (estimate != null && low != null && high != null && (estimate < low || estimate > high)) {
            reasons.add("The interval %s to %s does not hold its estimate, %s.".formatted(low, high, estimate));
        }
        Long n = figure.n();
        Long x = figure.x();
        if (n != null && x != null && x > n) {
            reasons.add("%d affected are more than the %d patients.".formatted(x, n));
        }
        BigDecimal percentage = percentage(figure);
        if (n != null && percentage != null) {
            if (x != null && !PercentageCount.roundsTo(x, n, percentage)) {
                reasons.add("%d of %d patients are not %s %%.".formatted(x, n, percentage));
            }
            if (x == null && PercentageCount.of(n, percentage).isEmpty()) {
                reasons.add("No count of %d patients rounds to %s %%.".formatted(n, percentage));
            }
        }
        return reasons;
    }

    /** Whether one figure counts a part of what the other counts in the same arm of the same row, and exceeds it. */
    private boolean exceeds(Baseline part, Baseline whole) {
        BigDecimal more = percentage(part);
        BigDecimal less = percentage(whole);
        return more != null
                && less != null
                && same(part, whole, Baseline::study)
                && same(part, whole, Baseline::place)
                && same(part, whole, Baseline::arm)
                && isPart(part, whole)
                && more.subtract(PercentageCount.halfOfLastDigit(more))
                                .compareTo(less.add(PercentageCount.halfOfLastDigit(less)))
                        > 0;
    }

    /** Whether two groups of one comparison cannot have these percentages, however their patients are shared out. */
    private static boolean cannotShareTheirPatients(Baseline one, Baseline other) {
        Long together = one.workings().together();
        BigDecimal here = percentage(one);
        BigDecimal there = percentage(other);
        return together != null
                && together.equals(other.workings().together())
                && here != null
                && there != null
                && same(one, other, Baseline::study)
                && same(one, other, Baseline::place)
                && same(one, other, Baseline::measure)
                && !same(one, other, Baseline::arm)
                && LongStream.range(1, together)
                        .noneMatch(n -> PercentageCount.of(n, here).isPresent()
                                && PercentageCount.of(together - n, there).isPresent());
    }

    private static boolean same(Baseline one, Baseline other, Function<Baseline, @Nullable Object> field) {
        return Objects.equals(field.apply(one), field.apply(other));
    }

    private boolean isPart(Baseline part, Baseline whole) {
        if (whole.workings().narrowedTo() != null) {
            return false;
        }
        if (part.measure().equals(whole.measure())) {
            return part.workings().narrowedTo() != null;
        }
        return whole.measure().equals(Measures.ANY) || terms(whole.measure()).containsAll(terms(part.measure()));
    }

    private Set<String> terms(String measure) {
        return terms.getOrDefault(measure, Set.of(measure));
    }

    /** The one percentage that the figure is; null for ranges, relative risks, words and counts without one. */
    static @Nullable BigDecimal percentage(Baseline figure) {
        Double high = figure.high();
        return switch (figure.kind()) {
            case PROPORTION, COUNT ->
                high == null
                        ? null
                        : Numerals.percentage(figure.printed(), high).orElse(null);
            case RANGE, RELATIVE_RISK, QUALITATIVE -> null;
        };
    }

    private static String shown(Baseline figure) {
        return "%s %% (%s)".formatted(percentage(figure), figure.measurePrinted());
    }
}
