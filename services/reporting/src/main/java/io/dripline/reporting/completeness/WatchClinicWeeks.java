package io.dripline.reporting.completeness;

import io.dripline.contracts.Topics;
import io.dripline.progress.LookRegularly;
import io.dripline.progress.ProgressConfig;
import io.dripline.progress.WaitingRecords;
import io.dripline.reporting.topic.ConsumedOffsets;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Looks at which clinic-weeks wait to be applied. */
@Singleton
class WatchClinicWeeks {

    private final WaitingRecords waiting;
    private final ProgressConfig config;
    private @Nullable LookRegularly looking;

    WatchClinicWeeks(
            Jdbi jdbi,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ProgressConfig config,
            MeterRegistry metrics) {
        ConsumedOffsets offsets = new ConsumedOffsets();
        this.config = config;
        this.waiting = new WaitingRecords(
                kafka,
                Topics.CLINIC_WEEKS,
                admin -> jdbi.withHandle(handle -> offsets.next(handle, Topics.CLINIC_WEEKS)),
                metrics,
                config.patience());
    }

    void start(@Observes StartupEvent event) {
        looking = new LookRegularly(config.interval(), List.of(waiting));
    }

    void stop(@Observes ShutdownEvent event) {
        if (looking != null) {
            looking.close();
        }
        waiting.close();
    }

    /** Whether clinic-weeks have waited too long without one being applied. */
    boolean areStuck() {
        return waiting.areStuck();
    }
}
