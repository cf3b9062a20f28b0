package io.dripline.reporting.posting;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.dripline.reporting.caller.Violations.Violation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one report of a batch.
 *
 * @param line its number in the batch, from 1
 * @param status what reporting it alone would have been answered with: 201 stored, 200 stored before, else refused
 * @param detail why it was refused, in a sentence
 * @param violations every violated field by its path
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LineAnswer(
        int line,
        int status,
        @Nullable String detail,
        @Nullable List<Violation> violations) {

    public boolean isStored() {
        return status == 201;
    }

    public boolean isRepeated() {
        return status == 200;
    }

    /** Every violated field; none where it was refused for another reason. */
    public List<Violation> named() {
        return Optional.ofNullable(violations).orElse(List.of());
    }
}
