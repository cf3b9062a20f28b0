package io.dripline.coding;

import java.util.List;

/**
 * What a report's words say.
 *
 * @param events in the order of the words; a term that is stated twice appears once
 * @param dropped words that state no event, in their order
 * @param needsReview true exactly if one of the events awaits review
 * @param vocabulary version of the vocabulary
 */
public record CodingResult(List<CodedText> events, List<DroppedText> dropped, boolean needsReview, String vocabulary) {

    public CodingResult {
        events = List.copyOf(events);
        dropped = List.copyOf(dropped);
        if (needsReview != events.stream().anyMatch(CodedText::awaitsReview)) {
            throw new IllegalArgumentException(
                    "needsReview: expected it to say whether an event awaits review, found " + needsReview);
        }
    }
}
