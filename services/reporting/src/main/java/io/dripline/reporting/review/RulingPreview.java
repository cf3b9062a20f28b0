package io.dripline.reporting.review;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What a ruling would change.
 *
 * @param sessions active ones that hold the words
 * @param looked how many of them this was counted in
 * @param changed how many of those would be coded otherwise
 * @param events how many events move from where to where, the most first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RulingPreview(long sessions, int looked, int changed, List<Move> events) {

    /** Events that move. @param from categories, AWAITING or DROPPED @param to the same, once it is ruled so */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Move(List<String> from, List<String> to, long events) {

        public Move {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    public RulingPreview {
        events = List.copyOf(events);
    }
}
