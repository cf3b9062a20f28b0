package io.dripline.reporting.dashboard.review;

import io.dripline.reporting.dashboard.layout.ClassificationWords;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.ShownTime;
import io.dripline.reporting.review.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a ruling.
 *
 * @param what was decided
 * @param why null once erased
 * @param by who ruled, and at which site where it was another
 * @param sessions how many held the words just before
 * @param remark that it needs a revision; null where it does not
 */
public record RulingLine(
        String href,
        String words,
        String what,
        @Nullable String why,
        String by,
        ShownTime at,
        int revision,
        String sessions,
        @Nullable String remark) {

    static RulingLine of(Ruling ruling) {
        String by = ruling.origin() == null ? ruling.who() : "%s at %s".formatted(ruling.who(), ruling.origin());
        return new RulingLine(
                "/reviews/" + ruling.review(),
                ClassificationWords.quoted(ruling.words()),
                ReviewWords.decision(ruling.terms()),
                ruling.reason(),
                ruling.takenBy() == null ? by : "%s, taken over by %s".formatted(by, ruling.takenBy()),
                new ShownTime(ruling.decidedAt()),
                ruling.revision(),
                Figures.count(ruling.sessionsAffected(), "session"),
                ruling.needsRevision()
                        ? "▲ A term of it is in the vocabulary no longer: the words await review."
                        : null);
    }
}
