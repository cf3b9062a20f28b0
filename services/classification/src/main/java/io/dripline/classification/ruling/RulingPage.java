package io.dripline.classification.ruling;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of rulings.
 *
 * @param next where the next page begins; null after the last
 */
@Schema(requiredProperties = {"items", "next"})
public record RulingPage(
        List<Ruling> items,
        @Schema(nullable = true) @JsonInclude @Nullable String next) {

    static RulingPage of(List<Ruling> oneMore, int limit) {
        boolean hasNext = oneMore.size() > limit;
        List<Ruling> items = hasNext ? oneMore.subList(0, limit) : oneMore;
        return new RulingPage(items, hasNext ? Long.toString(items.getLast().id()) : null);
    }
}
