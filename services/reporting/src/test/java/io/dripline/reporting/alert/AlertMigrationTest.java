package io.dripline.reporting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.reporting.Operator;
import io.dripline.reporting.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A database of before, in which a monitor raised once for good. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class AlertMigrationTest {

    private final Jdbi jdbi = Operator.jdbi();

    @Test
    void anAlertOfBeforeStandsAfterwards() {
        migrate("8?");
        jdbi.useTransaction(handle -> {
            handle.execute("set local search_path to before_steps");
            StoredAlerts.monitorOfBefore(handle, "clinic-north");
            StoredAlerts.monitorOfBefore(handle, "clinic-south");
            handle.execute("""
                    insert into alert_version (alert_id, version, monitor, record)
                    values ('01931c5e-7f00-7abc-8def-0000000000ff', 1, 'cns@clinic-north', '{"state": "RAISED"}')
                    """);
        });

        migrate("latest");

        assertThat(jdbi.<String, RuntimeException>inTransaction(AlertMigrationTest::latched))
                .isEqualTo("cns@clinic-north 01931c5e-7f00-7abc-8def-0000000000ff");
    }

    private static String latched(Handle handle) {
        handle.execute("set local search_path to before_steps");
        return handle.createQuery("select monitor || ' ' || alert_id from latched_alert")
                .mapTo(String.class)
                .one();
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(Operator.dataSource())
                .schemas("before_steps")
                .locations("db/relay", "db/migration")
                .initSql("set dripline.alpha = '0.05'")
                .target(target)
                .load()
                .migrate();
    }
}
