package io.dripline.reporting.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The latest changes, numbered, for subscribers who come back. An id is good for the run of the service that gave it,
 * as long as the changes after it are still kept. Not for several threads at once.
 */
final class ChangeLog {

    private record Numbered(long number, Change change) {}

    private final String run;
    private final int capacity;
    private final Deque<Numbered> kept = new ArrayDeque<>();
    private long last;

    /**
     * @param run names this run of the service; ids of another run are unknown
     * @param capacity changes kept at most
     */
    ChangeLog(String run, int capacity) {
        this.run = run;
        this.capacity = capacity;
    }

    StreamEvent add(Change change) {
        last++;
        kept.addLast(new Numbered(last, change));
        if (kept.size() > capacity) {
            kept.removeFirst();
        }
        return new StreamEvent(id(last), change);
    }

    /** The id of the latest change: all that came until now. */
    String latest() {
        return id(last);
    }

    /** The id of a part of an opening state: who goes on from it may lack the parts after it, and so gets all again. */
    String opening(int part) {
        return latest() + ".opening-" + part;
    }

    /** What came after an id; empty if the id is unknown or too old to say. */
    Optional<List<StreamEvent>> after(@Nullable String id) {
        Long number = numberOf(id);
        if (number == null || number > last || number < last - kept.size()) {
            return Optional.empty();
        }
        List<StreamEvent> events = new ArrayList<>();
        for (Numbered entry : kept) {
            if (entry.number() > number) {
                events.add(new StreamEvent(id(entry.number()), entry.change()));
            }
        }
        return Optional.of(events);
    }

    private String id(long number) {
        return run + "-" + number;
    }

    private @Nullable Long numberOf(@Nullable String id) {
        if (id == null || !id.startsWith(run + "-")) {
            return null;
        }
        try {
            return Long.valueOf(id.substring(run.length() + 1));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
