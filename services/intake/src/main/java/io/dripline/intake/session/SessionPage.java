package io.dripline.intake.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of sessions as they stand, by local date of their start.
 *
 * @param next what to send as {@code after} for the next page; null on the last one
 */
public record SessionPage(
        List<Session> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    /** A page of at most {@code limit} out of {@code sessions}, which hold one more if there is another page. */
    static SessionPage of(List<Session> sessions, int limit) {
        List<Session> items = sessions.stream().limit(limit).toList();
        return new SessionPage(
                items,
                sessions.size() > limit ? SessionCursor.behind(items.getLast()).toString() : null);
    }
}
