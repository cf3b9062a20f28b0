package io.dripline.reporting.digest;

import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.alert.Promise;
import io.dripline.contracts.incidence.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which monitors stand out at one time, and what is open.
 *
 * @param standing whether it is the day's own, or what it would say now
 * @param computedAt the one time at which every E was read
 * @param zone by which the day is counted
 * @param alpha false discovery rate: at most this share of the rejected is expected to be false, under any dependence
 * @param monitors active monitors compared, those without exposure included
 * @param rejected those named, with the largest E first
 * @param changed what is otherwise than in the digest before
 * @param openAlerts neither closed nor superseded, the newest first
 */
public record Digest(
        LocalDate day,
        Standing standing,
        Instant computedAt,

        @Schema(
                implementation = String.class,
                description = "The time zone by which the day is counted",
                examples = "Australia/Sydney")
        ZoneId zone,

        double alpha,
        int monitors,
        List<Rejected> rejected,
        Changes changed,
        List<OpenAlert> openAlerts) {

    public Digest {
        rejected = List.copyOf(rejected);
        openAlerts = List.copyOf(openAlerts);
    }

    /** What a digest is good for. */
    public enum Standing {
        /** Made at its time, kept, and told; alpha holds for it. */
        MADE,
        /** What it would say now. Whoever chooses when to look has no promise. */
        PREVIEW
    }

    /**
     * A monitor that stands out.
     *
     * @param rate affected / exposed
     * @param p0 the null incidence
     * @param lnE natural logarithm of the monitor's current E, which may be below the threshold of an alert
     * @param promise whether this E counts whole reports only and so on; NONE is named all the same
     */
    public record Rejected(
            String monitor,
            String measure,
            Unit unit,
            Map<String, String> cohort,
            long exposed,
            long affected,
            double rate,
            double p0,
            double lnE,
            Promise promise) {

        public Rejected {
            cohort = Map.copyOf(cohort);
        }
    }

    /**
     * What changed.
     *
     * @param since the day of the digest before, null for the first
     * @param newlyRejected monitors
     * @param noLongerRejected monitors
     * @param newlyOpen alerts
     * @param noLongerOpen alerts
     */
    public record Changes(
            @Schema(nullable = true) @Nullable LocalDate since,
            List<String> newlyRejected,
            List<String> noLongerRejected,
            List<UUID> newlyOpen,
            List<UUID> noLongerOpen) {

        public Changes {
            newlyRejected = List.copyOf(newlyRejected);
            noLongerRejected = List.copyOf(noLongerRejected);
            newlyOpen = List.copyOf(newlyOpen);
            noLongerOpen = List.copyOf(noLongerOpen);
        }
    }

    /** An alert that somebody still has to do with. */
    public record OpenAlert(
            UUID id,
            String monitor,
            String measure,
            Map<String, String> cohort,
            AlertState state,
            Promise promise,
            long exposed,
            long affected,
            Instant raisedAt) {

        public OpenAlert {
            cohort = Map.copyOf(cohort);
        }
    }
}
