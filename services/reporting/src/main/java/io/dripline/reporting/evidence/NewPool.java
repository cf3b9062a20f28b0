package io.dripline.reporting.evidence;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Studies to be pooled.
 *
 * @param studies of one measure in comparable cohorts, 3 to 1,000
 * @param level of the prediction intervals, inside (0, 1); 0.95 unless stated
 */
@Schema(requiredProperties = "studies")
record NewPool(
        @Schema(
                minItems = 3,
                maxItems = 1000,
                description = "Of one measure in comparable cohorts, each with some affected and some not")
        @Nullable
        List<@Nullable StatedCounts> studies,

        @Schema(description = "Of the prediction intervals, inside (0, 1); 0.95 unless stated", defaultValue = "0.95")
        @Nullable
        Double level) {}
