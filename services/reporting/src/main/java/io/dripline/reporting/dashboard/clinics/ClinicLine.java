package io.dripline.reporting.dashboard.clinics;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.completeness.PostedWeeks;
import io.dripline.reporting.dashboard.chart.Shape;
import io.dripline.reporting.dashboard.layout.Addresses;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.funnel.ClinicFunnel.FunnelClinic;
import io.dripline.reporting.incidence.IncidenceSum;
import io.dripline.reporting.incidence.Rate;
import io.dripline.statistics.Interval;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A clinic beside the others.
 *
 * @param filters of the page of its own rate
 * @param rate what was counted; null where no exposure matches
 * @param compared how its rate lies to that of all; null where no exposure matches
 * @param sessions with how many of them await review; null where none matches
 * @param posted how complete its posting is, in the last weeks that are over; null where nothing is known of those
 * @param lastWeek in which anything was posted or counted; null where nothing ever was
 * @param thisWeek the week of the look
 */
public record ClinicLine(
        String clinic,
        String measure,
        Map<String, String> filters,
        Unit unit,
        @Nullable Rate rate,
        @Nullable FunnelClinic compared,
        @Nullable IncidenceSum sessions,
        @Nullable PostedWeeks posted,
        @Nullable IsoWeek lastWeek,
        IsoWeek thisWeek) {

    static final String NOTHING = "–";

    /** How its rate lies to the limits. */
    public enum Place {
        ABOVE("▲ Above the outer limit", Shape.TRIANGLE_UP, "EXCEEDS"),
        HIGH("◆ Between the upper limits", Shape.DIAMOND, "OURS"),
        WITHIN("● Within the limits", Shape.CIRCLE, "OURS"),
        LOW("◇ Between the lower limits", Shape.DIAMOND, "UNWATCHED"),
        BELOW("▼ Below the outer limit", Shape.TRIANGLE_DOWN, "OURS"),
        UNKNOWN("○ Not compared", Shape.RING, "TOO_FEW");

        private final String words;
        private final Shape shape;
        private final String css;

        Place(String words, Shape shape, String css) {
            this.words = words;
            this.shape = shape;
            this.css = css;
        }

        public String words() {
            return words;
        }

        Shape shape() {
            return shape;
        }

        String css() {
            return css;
        }
    }

    /** Where its rate lies. */
    public Place place() {
        if (compared == null || compared.z() == null) {
            return Place.UNKNOWN;
        }
        boolean isHigh = compared.z() > 0;
        if (Boolean.TRUE.equals(compared.beyond998())) {
            return isHigh ? Place.ABOVE : Place.BELOW;
        }
        if (Boolean.TRUE.equals(compared.beyond95())) {
            return isHigh ? Place.HIGH : Place.LOW;
        }
        return Place.WITHIN;
    }

    public String href() {
        return Addresses.measure(measure, filters);
    }

    public String percent() {
        return compared == null ? NOTHING : Figures.percent(compared.rate());
    }

    public String counts() {
        return rate == null
                ? "no exposure matches"
                : "%s of %s %s"
                        .formatted(Figures.count(rate.affected()), Figures.count(rate.exposed()), Words.units(unit));
    }

    public String interval() {
        return rate == null ? NOTHING : words(rate.clopperPearson());
    }

    public String limits() {
        return compared == null ? NOTHING : words(compared.limits95());
    }

    public String outerLimits() {
        return compared == null ? NOTHING : words(compared.limits998());
    }

    public String z() {
        return compared == null || compared.z() == null ? NOTHING : String.format(Locale.ROOT, "%.2f", compared.z());
    }

    /** The share of its sessions in which an event awaits review. */
    public String awaiting() {
        return sessions == null || sessions.exposed() == 0
                ? NOTHING
                : Figures.percent((double) sessions.awaiting() / sessions.exposed());
    }

    public String awaitingCounts() {
        return sessions == null
                ? "no session matches"
                : "%s of %s sessions".formatted(Figures.count(sessions.awaiting()), Figures.count(sessions.exposed()));
    }

    public String complete() {
        return posted == null ? "none known" : "%d of %d".formatted(posted.closed(), posted.weeks());
    }

    public String last() {
        return lastWeek == null ? "none" : lastWeek.toString();
    }

    /** How long ago that was. */
    public String ago() {
        if (lastWeek == null) {
            return "nothing was ever posted";
        }
        long weeks = lastWeek.weeksUntil(thisWeek);
        if (weeks <= 0) {
            return "this week";
        }
        return weeks == 1 ? "last week" : "%s weeks ago".formatted(Figures.count(weeks));
    }

    private static String words(@Nullable Interval interval) {
        return interval == null
                ? NOTHING
                : "%s to %s".formatted(Figures.percent(interval.low()), Figures.percent(interval.high()));
    }
}
