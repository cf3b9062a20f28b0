package io.dripline.classification.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of the listing, by start.
 *
 * @param asOf the time whose state is listed
 * @param next where the next page begins; null after the last. A page may have fewer lines than were asked for
 */
@Schema(requiredProperties = {"items", "next", "asOf"})
public record CasePage(
        List<Case> items,
        @Schema(nullable = true) @JsonInclude @Nullable String next,
        Instant asOf) {}
