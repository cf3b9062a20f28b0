package io.dripline.classification.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of the queue, the most frequent words first.
 *
 * @param next where the next page begins; null after the last
 */
@Schema(requiredProperties = {"items", "next"})
public record ReviewPage(
        List<Review> items,
        @Schema(nullable = true) @JsonInclude @Nullable String next) {

    static ReviewPage of(List<Review> oneMore, int limit) {
        boolean hasNext = oneMore.size() > limit;
        List<Review> items = hasNext ? oneMore.subList(0, limit) : oneMore;
        return new ReviewPage(
                items,
                hasNext
                        ? new ReviewCursor(
                                        items.getLast().occurrences(),
                                        items.getLast().id())
                                .toString()
                        : null);
    }
}
