package io.dripline.reporting.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.reporting.Operator;
import io.dripline.reporting.Servers;
import io.dripline.statistics.WeeklyMixture;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Monitors from before rules were kept with them are judged as they were, whatever is set later. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class MonitorRuleMigrationTest {

    private final Jdbi jdbi = Operator.jdbi();

    @ParameterizedTest
    @CsvSource({"at_another_alpha, set dripline.alpha = '0.01', 0.01", "without_a_setting, select 1, 0.05"})
    void aMonitorOfBeforeKeepsWhatWasInForce(String schema, String initSql, double alpha) {
        migrate(schema, initSql, "14");
        jdbi.useTransaction(handle -> {
            handle.execute("set local search_path to " + schema);
            handle.execute("""
                    insert into monitor (id, baseline, measure, unit, cohort, alpha_share, p0, status, created_by)
                    values ('m', 'table9-cns', 'CNS', 'FIRST_COURSE', '{}', 0.04, 0.08, 'ACTIVE', 'dripline')
                    """);
        });

        migrate(schema, initSql, "latest");

        Monitor monitor = jdbi.inTransaction(handle -> {
            handle.execute("set local search_path to " + schema);
            return new Monitors().find(handle, "m").orElseThrow();
        });
        assertThat(monitor.threshold()).isEqualTo(1 / alpha / 0.04);
        assertThat(monitor.mixture()).isEqualTo(WeeklyMixture.ofMonitor(0.08));
    }

    private static void migrate(String schema, String initSql, String target) {
        Flyway.configure()
                .dataSource(Operator.dataSource())
                .schemas(schema)
                .locations("db/relay", "db/migration")
                .initSql(initSql)
                .target(target)
                .load()
                .migrate();
    }
}
