package io.dripline.counting;

import io.dripline.contracts.coding.CodedEvent;
import io.dripline.contracts.incidence.Measures;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What happened in one exposure, as far as counting cares: which terms, not how often.
 *
 * @param terms every coded term of its events
 * @param serious whether an event that is coded or awaits review was stated to be serious
 * @param awaiting whether an event awaits review
 */
public record Findings(SortedSet<CodedTerm> terms, boolean serious, boolean awaiting) {

    public Findings {
        terms = Collections.unmodifiableSortedSet(new TreeSet<>(terms));
    }

    /** An event without a coding that awaits nothing states no event: it counts for nothing, serious or not. */
    public static Findings of(List<CodedEvent> events) {
        SortedSet<CodedTerm> terms = new TreeSet<>();
        boolean serious = false;
        boolean awaiting = false;
        for (CodedEvent event : events) {
            event.codings().forEach(coding -> terms.add(new CodedTerm(coding.category(), coding.term())));
            awaiting |= event.awaitingReview();
            boolean statesAnEvent = event.awaitingReview() || !event.codings().isEmpty();
            serious |= statesAnEvent && !event.seriousness().isEmpty();
        }
        return new Findings(terms, serious, awaiting);
    }

    /** What happened in an exposure that consists of several sessions. */
    public static Findings union(Collection<Findings> parts) {
        SortedSet<CodedTerm> terms = new TreeSet<>();
        parts.forEach(part -> terms.addAll(part.terms));
        return new Findings(
                terms,
                parts.stream().anyMatch(Findings::serious),
                parts.stream().anyMatch(Findings::awaiting));
    }

    /** Every measure of which the exposure counts as affected. */
    public Set<String> measures(Measures catalogue) {
        Set<String> measures = new HashSet<>();
        terms.forEach(term -> catalogue.add(term.category(), term.term(), measures));
        if (serious) {
            measures.add(Measures.SERIOUS);
        }
        return measures;
    }
}
