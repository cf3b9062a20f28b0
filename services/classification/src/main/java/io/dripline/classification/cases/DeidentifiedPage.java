package io.dripline.classification.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of an export. Within it the order is that of the patients' numbers, which are random: the order of starts would date the lines.
 *
 * @param next where the next page begins; null after the last. A page may have fewer lines than were asked for
 */
@Schema(requiredProperties = {"items", "next"})
public record DeidentifiedPage(
        List<DeidentifiedCase> items,
        @Schema(nullable = true) @JsonInclude @Nullable String next) {

    static DeidentifiedPage of(CasePage page) {
        return new DeidentifiedPage(
                page.items().stream()
                        .map(DeidentifiedCase::of)
                        .sorted(Comparator.comparingLong(DeidentifiedCase::patient)
                                .thenComparingInt(DeidentifiedCase::course))
                        .toList(),
                page.next());
    }
}
