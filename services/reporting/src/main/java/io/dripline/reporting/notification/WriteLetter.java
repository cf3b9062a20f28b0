package io.dripline.reporting.notification;

import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.alert.AlertSummary;
import io.dripline.reporting.digest.Digest;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts a notice into words. */
final class WriteLetter {

    private static final MathContext SIX_DIGITS = new MathContext(6);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm VV", Locale.ENGLISH);

    private static final ZoneId UTC = ZoneId.of("UTC");

    private WriteLetter() {}

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance alertText(AlertWords alert);

        static native TemplateInstance alertHtml(AlertWords alert);

        static native TemplateInstance digestText(DigestWords digest);

        static native TemplateInstance digestHtml(DigestWords digest);
    }

    /** What is said of an alert, ready to be read. */
    record AlertWords(
            String headline,
            String counted,
            String heldAgainst,
            String evidence,
            String highSince,
            String published,
            String state,
            String promise,
            List<String> remarks,
            String raised,
            String id,
            int version) {}

    /** What is said of a day, ready to be read. */
    record DigestWords(
            String headline,
            String compared,
            List<StandsOut> rejected,
            String since,
            List<String> changes,
            List<Open> openAlerts,
            String computed) {}

    /** A monitor that stands out. */
    record StandsOut(String what, String counted, String heldAgainst, String evidence, String promise) {}

    /** An alert that is open. */
    record Open(String what, String counted, String state, String promise, String raised, String id) {}

    static Letter write(Notice notice) {
        return switch (notice) {
            case Notice.OfAlert(Occasion occasion, AlertSummary alert) -> write(occasion, alert);
            case Notice.OfDigest(Digest digest) -> write(digest);
        };
    }

    private static Letter write(Occasion occasion, AlertSummary alert) {
        String what = what(alert.measure(), alert.cohort());
        AlertWords words = new AlertWords(
                headline(occasion, alert) + ": " + what,
                counted(alert.affected(), alert.exposed(), alert.unit()),
                alert.monitor(),
                "ln E %s; alerts are raised from %s on"
                        .formatted(number(alert.lnE()), number(Math.log(alert.threshold()))),
                alert.highSinceWeek().toString(),
                "the rate lies above %d of %s"
                        .formatted(
                                alert.exceedsFigures(),
                                many(alert.ofFigures(), "comparable figure", "comparable figures")),
                alert.assessment() == null ? alert.state().name() : alert.state() + ", " + alert.assessment(),
                alert.promise().name(),
                alert.promiseRemarks(),
                time(alert.raisedAt(), UTC),
                alert.id().toString(),
                alert.version());
        return new Letter(
                "[Dripline] " + words.headline(),
                Templates.alertText(words).render(),
                Templates.alertHtml(words).render());
    }

    private static String headline(Occasion occasion, AlertSummary alert) {
        return switch (occasion) {
            case RAISED -> "Alert raised";
            case SUPERSEDED -> "Alert superseded";
            case CLOSED -> "Alert closed";
            case PROMISE_CHANGED -> "Promise of an alert is now " + alert.promise();
            case DIGEST -> throw new IllegalArgumentException("occasion: a digest is no alert");
        };
    }

    private static Letter write(Digest digest) {
        DigestWords words = new DigestWords(
                "Digest of %s: %s, %s"
                        .formatted(
                                digest.day(),
                                many(digest.rejected().size(), "monitor stands out", "monitors stand out"),
                                many(digest.openAlerts().size(), "open alert", "open alerts")),
                "%s compared at false discovery rate %s."
                        .formatted(
                                many(digest.monitors(), "active monitor", "active monitors"), number(digest.alpha())),
                digest.rejected().stream().map(WriteLetter::standsOut).toList(),
                digest.changed().since() == null
                        ? "This is the first digest."
                        : "Since the digest of " + digest.changed().since() + ":",
                changes(digest.changed()),
                digest.openAlerts().stream().map(WriteLetter::open).toList(),
                time(digest.computedAt(), digest.zone()));
        return new Letter(
                "[Dripline] " + words.headline(),
                Templates.digestText(words).render(),
                Templates.digestHtml(words).render());
    }

    private static StandsOut standsOut(Digest.Rejected rejected) {
        return new StandsOut(
                what(rejected.measure(), rejected.cohort()),
                counted(rejected.affected(), rejected.exposed(), rejected.unit()),
                "%s (%s)".formatted(rejected.monitor(), exactPercent(rejected.p0())),
                "ln E " + number(rejected.lnE()),
                rejected.promise().name());
    }

    private static Open open(Digest.OpenAlert alert) {
        return new Open(
                what(alert.measure(), alert.cohort()),
                "%d of %d".formatted(alert.affected(), alert.exposed()),
                alert.state().name(),
                alert.promise().name(),
                time(alert.raisedAt(), UTC),
                alert.id().toString());
    }

    private static List<String> changes(Digest.Changes changed) {
        List<String> lines = new ArrayList<>();
        changed.newlyRejected().forEach(monitor -> lines.add(monitor + " stands out now"));
        changed.noLongerRejected().forEach(monitor -> lines.add(monitor + " no longer stands out"));
        changed.newlyOpen().forEach(alert -> lines.add("alert " + alert + " is open now"));
        changed.noLongerOpen().forEach(alert -> lines.add("alert " + alert + " is no longer open"));
        return lines.isEmpty() ? List.of("nothing changed") : lines;
    }

    /** Such as "CNS, clinic clinic-north" or "GI, all clinics". */
    private static String what(String measure, Map<String, String> cohort) {
        return measure + ", "
                + (cohort.isEmpty()
                        ? "all clinics"
                        : cohort.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(filter -> filter.getKey() + " " + filter.getValue())
                                .collect(Collectors.joining(", ")));
    }

    private static String counted(long affected, long exposed, Unit unit) {
        String units = unit.name().toLowerCase(Locale.ROOT).replace('_', ' ') + "s";
        return exposed == 0
                ? "no " + units
                : "%d of %d %s (%s)".formatted(affected, exposed, units, percent((double) affected / exposed));
    }

    /** A null may be far below a tenth of a percent. */
    private static String exactPercent(double p0) {
        BigDecimal percent = BigDecimal.valueOf(p0).movePointRight(2).round(SIX_DIGITS);
        return percent.stripTrailingZeros().toPlainString() + " %";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String many(long count, String one, String several) {
        return count == 1 ? "1 " + one : count + " " + several;
    }

    private static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }
}
