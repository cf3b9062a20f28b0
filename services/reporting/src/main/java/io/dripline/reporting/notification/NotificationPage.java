package io.dripline.reporting.notification;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of deliveries, the newest first.
 *
 * @param next where the next page begins; null after the last
 */
@Schema(requiredProperties = {"items", "next"})
public record NotificationPage(
        List<Delivery> items,
        @Schema(nullable = true) @Nullable String next) {

    public NotificationPage {
        items = List.copyOf(items);
    }

    /** @param oneMore up to one more than the page has */
    static NotificationPage of(List<Delivery> oneMore, int limit) {
        boolean hasNext = oneMore.size() > limit;
        List<Delivery> items = hasNext ? oneMore.subList(0, limit) : oneMore;
        return new NotificationPage(items, hasNext ? items.getLast().id().toString() : null);
    }
}
