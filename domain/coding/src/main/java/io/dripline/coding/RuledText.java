package io.dripline.coding;

import java.util.List;

/**
 * A report after coding and rulings.
 *
 * @param held the words by which a ruling finds this report, each once; those that await review say so
 */
public record RuledText(CodingResult result, List<HeldWords> held) {

    public RuledText {
        held = List.copyOf(held);
    }

    /** Whether a person said of all its words that they are no event. */
    public boolean isRuledOut() {
        return result.events().isEmpty()
                && !result.dropped().isEmpty()
                && result.dropped().stream().allMatch(text -> text.reason() == DropReason.RULED);
    }
}
