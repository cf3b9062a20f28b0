package io.dripline.classification.session;

import io.dripline.contracts.Topics;
import io.dripline.progress.LookRegularly;
import io.dripline.progress.ProgressConfig;
import io.dripline.progress.WaitingRecords;
import io.dripline.progress.WaitingRows;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what waits to be coded and what waits to be published. Down while something does and none of it moves, whatever the
 * reason: a batch that is tried in vain, a consumer without partitions, a long transaction that holds the relay back.
 */
@Default // a check alone has no name to be asked for by
@Wellness
@Singleton
class WatchProgress implements HealthCheck {

    private final WaitingRecords reported;
    private final WaitingRows coded;
    private final ProgressConfig config;
    private @Nullable LookRegularly looking;

    WatchProgress(
            DataSource dataSource,
            ProgressConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "mp.messaging.incoming.sessions-reported.group.id") String group,
            MeterRegistry metrics) {
        this.config = config;
        reported = new WaitingRecords(
                kafka, Topics.SESSIONS_REPORTED, WaitingRecords.byGroup(group), metrics, config.patience());
        coded = new WaitingRows(
                dataSource,
                CodedSessionSource.NAME,
                "coded_session",
                "coded_at",
                CodedSessionSource.DUE.formatted("waiting"),
                metrics,
                config.patience());
    }

    void start(@Observes StartupEvent started) {
        looking = new LookRegularly(config.interval(), List.of(reported, coded));
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (looking != null) {
            looking.close();
        }
        reported.close();
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("Reports move on").status(!reported.areStuck() && !coded.areStuck());
        if (reported.areStuck()) {
            answer.withData(
                    "coding", "reports wait, and none is coded by any instance; the log says why, if it is known");
        }
        if (coded.areStuck()) {
            answer.withData("publishing", "coded sessions wait, and none is published by any instance");
        }
        return answer.build();
    }
}
