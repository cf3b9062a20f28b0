package io.dripline.reporting.alert;

import io.dripline.contracts.alert.AlertState;
import io.dripline.progress.LookRegularly;
import io.dripline.progress.ProgressConfig;
import io.dripline.progress.WaitingRows;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Looks at how many alerts there are in each state, how long the oldest waits for an answer, and which versions of alerts wait to be published. */
@Singleton
class WatchAlerts {

    /** @param oldestRaised null where each alert is acknowledged */
    private record Seen(Map<String, Long> byState, @Nullable Instant oldestRaised) {}

    private final Jdbi jdbi;
    private final Alerts alerts;
    private final WaitingRows waiting;
    private final ProgressConfig config;
    private final Clock clock;
    private volatile @Nullable Seen seen;
    private @Nullable LookRegularly looking;

    WatchAlerts(
            Jdbi jdbi,
            DataSource dataSource,
            Alerts alerts,
            ProgressConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.alerts = alerts;
        this.config = config;
        this.waiting = new WaitingRows(
                dataSource, PublishAlerts.RELAY, "alert_version", "written_at", null, metrics, config.patience());
        for (AlertState state : AlertState.values()) {
            Gauge.builder("dripline.alerts", this, me -> me.count(state))
                    .description("Alerts by the state that they are in")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(metrics);
        }
        Gauge.builder("dripline.alerts.oldest.raised", this, WatchAlerts::secondsUnanswered)
                .baseUnit("seconds")
                .description("Since the oldest alert was raised that nobody has acknowledged; 0 where there is none")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        looking = new LookRegularly(config.interval(), List.of(this::count, waiting));
    }

    void stop(@Observes ShutdownEvent event) {
        if (looking != null) {
            looking.close();
        }
    }

    /** Whether versions of alerts have waited too long without one being published. */
    boolean areStuck() {
        return waiting.areStuck();
    }

    private void count() {
        try {
            seen = jdbi.withHandle(handle -> new Seen(
                    alerts.countByState(handle), alerts.oldestRaised(handle).orElse(null)));
        } catch (RuntimeException e) {
            seen = null;
            throw e;
        }
    }

    private double count(AlertState state) {
        Seen now = seen;
        return now == null ? Double.NaN : now.byState().getOrDefault(state.name(), 0L);
    }

    private double secondsUnanswered() {
        Seen now = seen;
        if (now == null) {
            return Double.NaN;
        }
        return now.oldestRaised() == null
                ? 0
                : Math.max(
                        0, Duration.between(now.oldestRaised(), clock.instant()).toMillis() / 1000.0);
    }
}
