package io.dripline.reporting.dashboard.clinic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a clinic posted and what is missing, week by week.
 *
 * @param lines the newest first
 * @param away why there are no tallies, null if there are
 */
public record PostingView(List<Line> lines, @Nullable String away) {

    /** Weeks that are over and looked at, besides the running one. */
    static final int WEEKS = 12;

    /**
     * A week.
     *
     * @param performed sessions that the clinic says it did; a dash where it says nothing
     * @param posted sessions that it reported
     * @param state whether something is missing; the shape before it tells it apart without colour
     * @param css MISSING, UNSTATED, RUNNING or COMPLETE
     * @param remarks each day on which the two differ, in a sentence
     */
    public record Line(String week, String performed, String posted, String state, String css, List<String> remarks) {

        public Line {
            remarks = List.copyOf(remarks);
        }
    }

    public PostingView {
        lines = List.copyOf(lines);
    }
}
