package io.dripline.reporting.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.reporting.Operator;
import io.dripline.reporting.Servers;
import io.dripline.statistics.WeeklyMixture;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Monitors from before rules were kept with them are judged as they were, whatever is set later. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@TestProfile(MonitorRuleMigrationTest.AtAnotherAlpha.class)
class MonitorRuleMigrationTest {

    /** An installation that promises more than the default. */
    public static final class AtAnotherAlpha implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dripline.monitors.alpha", "0.01");
        }
    }

    /** As the service migrates. */
    @Inject
    Flyway flyway;

    private final Jdbi jdbi = Operator.jdbi();

    @Test
    void aMonitorOfBeforeKeepsTheAlphaThatWasSet() {
        String initSql = flyway.getConfiguration().getInitSql();
        migrate("at_another_alpha", initSql, "14");
        addMonitor("at_another_alpha");

        migrate("at_another_alpha", initSql, "latest");

        Monitor monitor = jdbi.inTransaction(handle -> {
            handle.execute("set local search_path to at_another_alpha");
            return new Monitors().find(handle, "m").orElseThrow();
        });
        assertThat(monitor.threshold()).isEqualTo(1 / 0.01 / 0.04);
        assertThat(monitor.mixture()).isEqualTo(WeeklyMixture.ofMonitor(0.08));
    }

    /** A threshold that moved would break what was promised, so none is guessed; and nothing is lost. */
    @Test
    void whereNobodySaysWhichItWasTheMigrationWaitsUntilSomebodyDoes() {
        migrate("without_a_setting", null, "14");
        addMonitor("without_a_setting");

        assertThatThrownBy(() -> migrate("without_a_setting", null, "latest"))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("dripline.alpha does not say which alpha they were judged with");

        migrate("without_a_setting", "set dripline.alpha = '0.02'", "latest");
        assertThat(jdbi.<Double, RuntimeException>withHandle(
                        handle -> handle.createQuery("select alpha from without_a_setting.monitor_rule")
                                .mapTo(Double.class)
                                .one()))
                .isEqualTo(0.02);
    }

    private void addMonitor(String schema) {
        jdbi.useTransaction(handle -> {
            handle.execute("set local search_path to " + schema);
            handle.execute("""
                    insert into monitor (id, baseline, measure, unit, cohort, alpha_share, p0, status, created_by)
                    values ('m', 'table9-cns', 'CNS', 'FIRST_COURSE', '{}', 0.04, 0.08, 'ACTIVE', 'dripline')
                    """);
        });
    }

    private static void migrate(String schema, @Nullable String initSql, String target) {
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
