package io.dripline.classification.coding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Words to be coded.
 *
 * @param verbatim a reporter's words, at most {@link #LONGEST} characters
 */
public record NewCoding(
        @Schema(description = "A reporter's words", examples = "sick x2 after bolus, nil itch")
        @NotBlank(message = "expected a reporter's words, found none")
        @Size(max = LONGEST, message = "expected at most {max} characters")
        String verbatim) {

    /** As many as a report's event may hold. */
    static final int LONGEST = 4_000;
}
