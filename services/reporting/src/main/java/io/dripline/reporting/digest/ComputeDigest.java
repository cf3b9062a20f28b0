package io.dripline.reporting.digest;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import io.dripline.reporting.alert.Alerts;
import io.dripline.reporting.comparison.CompareMonitors;
import io.dripline.reporting.comparison.Comparison;
import io.dripline.reporting.digest.Digest.Changes;
import io.dripline.reporting.digest.Digest.OpenAlert;
import io.dripline.reporting.digest.Digest.Rejected;
import io.dripline.reporting.digest.Digest.Standing;
import io.dripline.reporting.monitor.MonitorStatus;
import io.dripline.statistics.EBenjaminiHochberg;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads every active monitor's current E at one time, and names those that stand out. */
@ApplicationScoped
class ComputeDigest {

    /** False discovery rate. */
    static final double ALPHA = 0.05;

    private final Jdbi jdbi;
    private final CompareMonitors compareMonitors;
    private final Alerts alerts;

    ComputeDigest(Jdbi jdbi, CompareMonitors compareMonitors, Alerts alerts) {
        this.jdbi = jdbi;
        this.compareMonitors = compareMonitors;
        this.alerts = alerts;
    }

    /** @param before the digest before, null for the first */
    Digest compute(LocalDate day, ZoneId zone, Standing standing, Instant now, @Nullable Digest before) {
        List<Comparison> active = compareMonitors.compare(monitor -> monitor.status() == MonitorStatus.ACTIVE);
        return of(active, jdbi.withHandle(alerts::all), day, zone, standing, now, before);
    }

    static Digest of(
            List<Comparison> active,
            List<Alert> alerts,
            LocalDate day,
            ZoneId zone,
            Standing standing,
            Instant now,
            @Nullable Digest before) {
        List<Double> lnE = active.stream()
                .map(comparison -> Objects.requireNonNull(comparison.lnE(), comparison.monitor()))
                .toList();
        List<Rejected> rejected = EBenjaminiHochberg.rejected(lnE, ALPHA).stream()
                .map(active::get)
                .map(ComputeDigest::rejected)
                .sorted(Comparator.comparingDouble(Rejected::lnE).reversed())
                .toList();
        List<OpenAlert> open = alerts.stream()
                .filter(alert -> alert.state() != AlertState.CLOSED && alert.state() != AlertState.SUPERSEDED)
                .map(ComputeDigest::open)
                .toList();
        return new Digest(
                day, standing, now, zone, ALPHA, active.size(), rejected, changes(before, rejected, open), open);
    }

    /** Whatever is rejected has an exposure and a null: without either E is 1, which is never enough. */
    private static Rejected rejected(Comparison comparison) {
        return new Rejected(
                comparison.monitor(),
                comparison.measure(),
                comparison.unit(),
                comparison.cohort(),
                comparison.exposed(),
                comparison.affected(),
                Objects.requireNonNull(comparison.rate()),
                Objects.requireNonNull(comparison.p0()),
                Objects.requireNonNull(comparison.lnE()),
                comparison.promise());
    }

    private static OpenAlert open(Alert alert) {
        return new OpenAlert(
                alert.id(),
                alert.monitor(),
                alert.measure(),
                alert.cohort(),
                alert.state(),
                alert.promise(),
                alert.exposed(),
                alert.affected(),
                alert.raisedAt());
    }

    private static Changes changes(@Nullable Digest before, List<Rejected> rejected, List<OpenAlert> open) {
        List<Rejected> wasRejected = before == null ? List.of() : before.rejected();
        List<OpenAlert> wasOpen = before == null ? List.of() : before.openAlerts();
        return new Changes(
                before == null ? null : before.day(),
                without(rejected, wasRejected, Rejected::monitor),
                without(wasRejected, rejected, Rejected::monitor),
                without(open, wasOpen, OpenAlert::id),
                without(wasOpen, open, OpenAlert::id));
    }

    private static <T, K> List<K> without(List<T> some, List<T> others, Function<T, K> key) {
        Set<K> left = new HashSet<>(others.stream().map(key).toList());
        return some.stream().map(key).filter(one -> !left.contains(one)).toList();
    }
}
