package io.dripline.classification.coding;

import io.dripline.classification.problem.Body;
import java.io.InputStream;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Words to be coded.
 *
 * @param verbatim a reporter's words, at most {@link #LONGEST} characters
 */
public record NewCoding(
        @Schema(
                required = true,
                description = "A reporter's words",
                examples = "sick x2 after bolus, nil itch",
                pattern = "\\S",
                maxLength = LONGEST)
        String verbatim) {

    /** As many as a report's event may hold. */
    static final int LONGEST = 4_000;

    /**
     * Reads the words.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem naming what is wrong
     */
    static NewCoding read(InputStream json) {
        Body body = Body.read(json, Set.of("verbatim"));
        String verbatim = body.anyText("verbatim", LONGEST);
        if (!body.isWrong("verbatim") && (verbatim == null || verbatim.isBlank())) {
            body.broken("verbatim", "expected a reporter's words, found none");
        }
        body.refuseIfWrong();
        return new NewCoding(verbatim == null ? "" : verbatim);
    }
}
