package io.dripline.reporting.baseline;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A published figure with its nulls.
 *
 * @param p0 the null in force for monitors that are made now, null while there is none; monitors that run keep theirs
 * @param nulls the one in force first, then those that it replaced
 */
public record BaselineDetail(
        @JsonUnwrapped Baseline figure,

        @Schema(description = "The null in force for monitors that are made now; null while there is none") @Nullable
        Double p0,

        @Schema(description = "The null in force first, then those that it replaced")
        List<BaselineNull> nulls) {

    /** The same figure with the same nulls, as clinics see them: without who gave one and why. */
    BaselineDetail withoutWhoAndWhy() {
        return new BaselineDetail(
                figure, p0, nulls.stream().map(BaselineNull::withoutWhoAndWhy).toList());
    }

    static BaselineDetail of(Baseline figure, List<BaselineNull> nulls) {
        return new BaselineDetail(
                figure, nulls.isEmpty() ? null : nulls.getFirst().p0(), nulls);
    }
}
