package io.dripline.intake.progress;

import io.agroal.api.AgroalDataSource;
import io.dripline.progress.LookRegularly;
import io.dripline.progress.ProgressConfig;
import io.dripline.progress.WaitingRows;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at what both relays have left to publish. */
@Singleton
public class WatchRelays {

    private final WaitingRows sessions;
    private final WaitingRows clinicWeeks;
    private final ProgressConfig config;
    private @Nullable LookRegularly looking;

    WatchRelays(AgroalDataSource dataSource, ProgressConfig config, MeterRegistry metrics) {
        this.config = config;
        sessions = new WaitingRows(
                dataSource, "sessions-reported", "session_version", "received_at", null, metrics, config.patience());
        clinicWeeks = new WaitingRows(
                dataSource, "clinic-weeks", "clinic_week_version", null, null, metrics, config.patience());
    }

    void start(@Observes StartupEvent event) {
        looking = new LookRegularly(config.interval(), List.of(sessions, clinicWeeks));
    }

    void stop(@Observes ShutdownEvent event) {
        if (looking != null) {
            looking.close();
        }
    }

    /** Looks now, and not only when it is time. */
    public void look() throws SQLException {
        sessions.look();
        clinicWeeks.look();
    }

    /** Whether versions of sessions have waited too long without one being published. */
    public boolean sessionsAreStuck() {
        return sessions.areStuck();
    }

    /** Whether clinic-weeks have. */
    public boolean clinicWeeksAreStuck() {
        return clinicWeeks.areStuck();
    }
}
