package io.dripline.classification.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of an export, in an order that is drawn for each export.
 *
 * @param next where the next page begins; null after the last. A page may have fewer lines than were asked for
 */
@Schema(requiredProperties = {"items", "next"})
public record DeidentifiedPage(
        List<DeidentifiedCase> items,
        @Schema(nullable = true) @JsonInclude @Nullable String next) {

    public DeidentifiedPage {
        items = List.copyOf(items);
    }
}
