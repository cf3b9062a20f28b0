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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Looks at how many alerts there are in each state, and which versions of alerts wait to be published. */
@Singleton
class WatchAlerts {

    private final Jdbi jdbi;
    private final Alerts alerts;
    private final WaitingRows waiting;
    private final ProgressConfig config;
    private volatile @Nullable Map<String, Long> byState;
    private @Nullable LookRegularly looking;

    WatchAlerts(Jdbi jdbi, DataSource dataSource, Alerts alerts, ProgressConfig config, MeterRegistry metrics) {
        this.jdbi = jdbi;
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
            byState = jdbi.withHandle(alerts::countByState);
        } catch (RuntimeException e) {
            byState = null;
            throw e;
        }
    }

    private double count(AlertState state) {
        Map<String, Long> counted = byState;
        return counted == null ? Double.NaN : counted.getOrDefault(state.name(), 0L);
    }
}
