package io.dripline.coding;

import java.util.List;
import java.util.Map;

/**
 * What is said of each term of a report: that it happened, or why not. In the spirit of NegEx (Chapman 2001) and ConText
 * (Harkema 2009): a cue has a direction, reaches over a list of terms of one kind, and ends at a terminator: a full stop,
 * "but", a word that begins a new statement ("felt", "had"), a term that is rated ("mild headache", "vomiting x1").
 */
final class FindSenses {

    private FindSenses() {}

    /** Terms that are not in it were said to have happened. */
    static Map<Part.Found, DropReason> in(
            List<Clause> clauses, String report, Treated treated, ReadMeasurements measurements) {
        DroppedTerms dropped = new DroppedTerms();
        DropArtefacts.in(clauses, report, dropped);
        DropControlled.in(clauses, report, dropped);
        DropOtherMeanings.in(clauses, report, dropped);
        new DropQueried(report, measurements, dropped).in(clauses);
        new LookForward(clauses, report, dropped).run();
        new LookBack(clauses, report, dropped).run();
        DropPrevented.in(clauses, dropped);
        new DropBenefit(clauses, report, treated, dropped).run();
        return dropped.reasons();
    }
}
