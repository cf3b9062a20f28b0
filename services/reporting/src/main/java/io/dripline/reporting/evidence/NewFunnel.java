package io.dripline.reporting.evidence;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Clinics to be compared.
 *
 * @param clinics 2 to 10,000
 */
@Schema(requiredProperties = "clinics")
record NewFunnel(
        @Schema(minItems = 2, maxItems = 10000) @Nullable List<@Nullable StatedCounts> clinics) {}
