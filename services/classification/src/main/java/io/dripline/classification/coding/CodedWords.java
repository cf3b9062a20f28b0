package io.dripline.classification.coding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dripline.coding.Candidate;
import io.dripline.coding.CodedText;
import io.dripline.coding.CodingResult;
import io.dripline.coding.DroppedText;
import io.dripline.contracts.coding.Category;
import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.coding.CodingMethod;
import io.dripline.contracts.coding.MeddraTerm;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@link CodingsResource}.
 *
 * @param events the parts of the words that state an event, in their order
 * @param dropped the parts that state none, e.g. because they are negated
 * @param needsReview whether a part waits for a person
 * @param vocabulary version of the vocabulary
 */
@Schema(requiredProperties = {"events", "dropped", "needsReview", "vocabulary"})
public record CodedWords(List<Event> events, List<DroppedText> dropped, boolean needsReview, String vocabulary) {

    /**
     * Coded, or awaiting review: then the category is null and only the candidates are there.
     *
     * @param confidence probability in [0, 1] that the term is right
     * @param meddra its preferred term and primary class, where a MedDRA distribution is configured and has it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            requiredProperties = {"text", "category"},
            description =
                    "Coded, with term, method, matched and confidence; or awaiting review, with a category of null"
                            + " and candidates")
    public record Event(
            String text,
            @Nullable String term,
            @Schema(nullable = true) @JsonInclude @Nullable Category category,
            @Nullable CodingMethod method,
            @Nullable String matched,

            @Schema(minimum = "0", maximum = "1", description = "Probability that the term is right") @Nullable
            Double confidence,

            @Nullable MeddraTerm meddra,
            @Nullable List<Candidate> candidates) {

        static Event of(CodedText text) {
            Coding coding = text.coding();
            return coding == null
                    ? new Event(text.text(), null, null, null, null, null, null, text.candidates())
                    : new Event(
                            text.text(),
                            coding.term(),
                            coding.category(),
                            coding.method(),
                            coding.matched(),
                            coding.confidence(),
                            coding.meddra(),
                            null);
        }
    }

    static CodedWords of(CodingResult result) {
        return new CodedWords(
                result.events().stream().map(Event::of).toList(),
                result.dropped(),
                result.needsReview(),
                result.vocabulary());
    }
}
