package io.dripline.reporting.alert;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What a judgement told every instance on the database, as its transaction was committed.
 *
 * @param everything whether every monitor was judged
 * @param clinics clinics whose counts changed
 */
public record MonitorsJudged(boolean everything, Set<String> clinics) {

    /** Where instances listen for it. */
    public static final String CHANNEL = "monitors_judged";

    /** For who may have missed some. */
    public static final MonitorsJudged EVERYTHING = new MonitorsJudged(true, Set.of());

    /** A dimension's value holds no bar. */
    private static final String BETWEEN_CLINICS = "|";

    /** A notification is refused from 8,000 bytes on; so many clinics at once are as good as all. */
    private static final int LONGEST = 7_999;

    public MonitorsJudged {
        clinics = Set.copyOf(clinics);
    }

    /** Whether counts of a clinic may have changed. */
    public boolean touches(String clinic) {
        return everything || clinics.contains(clinic);
    }

    /** Both in one. */
    public MonitorsJudged and(MonitorsJudged other) {
        Set<String> both = new LinkedHashSet<>(clinics);
        both.addAll(other.clinics);
        return new MonitorsJudged(everything || other.everything, both);
    }

    /** What was announced. */
    public static MonitorsJudged read(String announcement) {
        return announcement.isEmpty()
                ? EVERYTHING
                : new MonitorsJudged(false, Set.of(announcement.split("\\" + BETWEEN_CLINICS)));
    }

    /** Tells every instance when the transaction commits. */
    public void announce(Handle handle) {
        handle.createQuery("select pg_notify(:channel, :announcement)")
                .bind("channel", CHANNEL)
                .bind("announcement", write())
                .mapToMap()
                .one();
    }

    /** Empty for everything. */
    String write() {
        String names = everything ? "" : String.join(BETWEEN_CLINICS, clinics);
        return names.getBytes(StandardCharsets.UTF_8).length > LONGEST ? "" : names;
    }
}
