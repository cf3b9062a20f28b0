package io.dripline.reporting.dashboard.audit;

import io.dripline.reporting.audit.AuditPage.Told;
import io.dripline.reporting.audit.Deed;
import io.dripline.reporting.audit.DeedKind;
import io.dripline.reporting.dashboard.layout.ShownTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One deed.
 *
 * @param kind in words; as its ledger names it where this version has no words for it
 * @param href page of what it was done to; null where there is none
 * @param change from what to what; empty where nothing is told of it
 */
public record DeedLine(
        ShownTime at,
        String who,
        String kind,
        String subject,
        @Nullable String href,
        String change,
        @Nullable String why) {

    private static final Pattern ALERT = Pattern.compile("alert ([0-9a-f-]{36}) .*");
    private static final Pattern REVIEW = Pattern.compile("review ([0-9a-f]{64})");

    static DeedLine of(Told told) {
        Deed deed = told.deed();
        return new DeedLine(
                new ShownTime(deed.at()),
                deed.who(),
                DeedKind.named(deed.kind()).map(DeedKind::words).orElse(deed.kind()),
                subject(deed.subject()),
                href(deed.subject()),
                change(deed.before(), deed.after()),
                deed.why());
    }

    /** The key of words tells a reader nothing; its page does. */
    private static String subject(String subject) {
        return REVIEW.matcher(subject).matches() ? "words under review" : subject;
    }

    private static @Nullable String href(String subject) {
        Matcher alert = ALERT.matcher(subject);
        if (alert.matches()) {
            return "/alerts/" + alert.group(1);
        }
        Matcher review = REVIEW.matcher(subject);
        return review.matches() ? "/reviews/" + review.group(1) : null;
    }

    private static String change(@Nullable String before, @Nullable String after) {
        if (before == null) {
            return after == null ? "" : after;
        }
        return after == null ? before + " → nothing" : before + " → " + after;
    }
}
