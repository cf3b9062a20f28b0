package io.dripline.intake.ledger;

import io.dripline.ledger.Head;
import io.dripline.ledger.LedgerConfig;
import io.dripline.ledger.Ledgers;
import io.dripline.ledger.Sealer;
import io.dripline.ledger.SealerStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Seals what was stored, for as long as the service runs; nobody who stores waits for it. */
@Default // a check alone has no name to be asked for by
@Wellness
@Singleton
class SealLedger implements HealthCheck {

    private final Sealer sealer;

    SealLedger(DataSource dataSource, LedgerConfig config, MeterRegistry metrics) {
        sealer = new Sealer(dataSource, Ledgers.INTAKE, config);
        metrics.more()
                .counter(
                        "dripline.ledger.sealed",
                        List.of(),
                        sealer,
                        s -> s.status().sealed());
        metrics.gauge("dripline.ledger.position", sealer, s -> s.status().position());
    }

    void start(@Observes StartupEvent event) {
        sealer.start();
    }

    void stop(@Observes ShutdownEvent event) {
        sealer.close();
    }

    /** The end of the chain; empty while nothing is sealed. */
    Optional<Head> head() throws SQLException {
        return sealer.head();
    }

    /** Down while nothing can be sealed, or where the service's role may change what is only to be added to. */
    @Override
    public HealthCheckResponse call() {
        SealerStatus status = sealer.status();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("ledger")
                .status(status.failure() == null && status.changeable().isEmpty())
                .withData("active", status.active())
                .withData("position", status.position());
        if (status.failure() != null) {
            answer.withData("failure", status.failure());
        }
        if (!status.changeable().isEmpty()) {
            answer.withData("changeable", String.join(" ", status.changeable()));
        }
        return answer.build();
    }
}
