package io.dripline.classification.recoding;

import io.dripline.contracts.coding.CodedEvent;
import io.dripline.contracts.coding.Coding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How many events move from some categories to others.
 *
 * @param from categories, AWAITING where part of the words awaits review, DROPPED where the words state no event
 * @param to the same, if it were recoded now
 */
public record EventChange(List<String> from, List<String> to, long events) {

    static final String AWAITING = "AWAITING";
    static final String DROPPED = "DROPPED";

    /** Counts the events of a session before and after, each with its place in the table. */
    static List<EventChange> of(List<CodedEvent> before, List<CodedEvent> after) {
        List<EventChange> changes = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            changes.add(new EventChange(labels(before.get(i)), labels(after.get(i)), 1));
        }
        return changes;
    }

    /** The same of those events alone whose terms would be others, or that would await review and do not, or the other way. */
    static List<EventChange> ofWhatMoves(List<CodedEvent> before, List<CodedEvent> after) {
        List<EventChange> changes = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            CodedEvent then = before.get(i);
            CodedEvent now = after.get(i);
            if (then.awaitingReview() != now.awaitingReview() || !terms(then).equals(terms(now))) {
                changes.add(new EventChange(labels(then), labels(now), 1));
            }
        }
        return changes;
    }

    private static Set<String> terms(CodedEvent event) {
        return event.codings().stream().map(Coding::term).collect(Collectors.toSet());
    }

    /** One line for each pair, the most events first. */
    static List<EventChange> sum(List<EventChange> changes) {
        Map<List<List<String>>, Long> sums = new HashMap<>();
        changes.forEach(change -> sums.merge(List.of(change.from, change.to), change.events, Long::sum));
        return sums.entrySet().stream()
                .map(sum ->
                        new EventChange(sum.getKey().getFirst(), sum.getKey().getLast(), sum.getValue()))
                .sorted((one, other) -> one.events == other.events
                        ? (one.from + ">" + one.to).compareTo(other.from + ">" + other.to)
                        : Long.compare(other.events, one.events))
                .toList();
    }

    private static List<String> labels(CodedEvent event) {
        TreeSet<String> labels = new TreeSet<>();
        event.codings().forEach(coding -> labels.add(coding.category().name()));
        if (event.awaitingReview()) {
            labels.add(AWAITING);
        }
        return labels.isEmpty() ? List.of(DROPPED) : List.copyOf(labels);
    }
}
