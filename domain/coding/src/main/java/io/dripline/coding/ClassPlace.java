package io.dripline.coding;

import io.dripline.contracts.coding.Category;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the terms of a system organ class belong that Dripline itself knows nothing about: where the operator says, else
 * where at least two of three of its terms belong that Dripline knows, if these are five or more.
 *
 * @param category null: stated to be no events, or not decided
 * @param stated whether the operator said so
 * @param terms preferred terms with this as their primary class
 * @param known those that the open vocabularies place
 * @param leading the category that most of these belong to; null: none is known
 * @param agreeing those that belong to it
 */
public record ClassPlace(
        int code,
        String name,
        @Nullable Category category,
        boolean stated,
        int terms,
        int known,
        @Nullable Category leading,
        int agreeing) {

    private static final int FEWEST = 5;

    static ClassPlace stated(int code, String name, @Nullable Category category, List<@Nullable Category> terms) {
        ClassPlace place = decided(code, name, terms);
        return new ClassPlace(code, name, category, true, place.terms, place.known, place.leading, place.agreeing);
    }

    /** @param terms the category of each term of the class, null where the open vocabularies have none */
    static ClassPlace decided(int code, String name, List<@Nullable Category> terms) {
        Map<Category, Integer> counts = new EnumMap<>(Category.class);
        for (Category category : terms) {
            if (category != null) {
                counts.merge(category, 1, Integer::sum);
            }
        }
        int known = counts.values().stream().mapToInt(Integer::intValue).sum();
        Category most =
                counts.keySet().stream().max(Comparator.comparing(counts::get)).orElse(null);
        int agreeing = most == null ? 0 : counts.getOrDefault(most, 0);
        Category category = known >= FEWEST && 3 * agreeing >= 2 * known ? most : null;
        return new ClassPlace(code, name, category, false, terms.size(), known, most, agreeing);
    }

    /** One of the five systems, which then holds all its terms; OTHER says only what they are not. */
    boolean isSystem() {
        return category != null && category != Category.OTHER;
    }

    /** In a sentence, for the operator: where it was put, and why. */
    public String description() {
        String place = category == null ? (stated ? "no events" : "undecided") : category.name();
        return "%d %s: %s, %s".formatted(code, name, place, stated ? "as stated" : "since " + reason());
    }

    private String reason() {
        String counted = leading == null
                ? "none of its %d terms is known".formatted(terms)
                : "%d of its %d terms are known, %d of these %s".formatted(known, terms, agreeing, leading);
        if (known < FEWEST) {
            return "%s, and %d must be known".formatted(counted, FEWEST);
        }
        return category == null ? counted + ", less than two of three" : counted;
    }
}
