package io.dripline.coding;

import java.util.List;

/**
 * What a report's words say, and where each statement stands in it: its text is what stands there.
 *
 * @param events a place for each event of the result
 * @param dropped a place for each text of the result that states no event
 */
record LocatedResult(CodingResult result, List<Span> events, List<Span> dropped) {

    LocatedResult {
        events = List.copyOf(events);
        dropped = List.copyOf(dropped);
        if (events.size() != result.events().size()
                || dropped.size() != result.dropped().size()) {
            throw new IllegalArgumentException("expected a place for each event and each dropped text");
        }
    }
}
