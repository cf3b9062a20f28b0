package io.dripline.reporting.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.reporting.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the database refuses of rules and of monitors without one. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class MonitorRuleTableTest {

    @Inject
    Jdbi jdbi;

    @ParameterizedTest
    @CsvSource({
        "NaN,  8,         2,         0.7, 26,    alpha",
        "1,    8,         2,         0.7, 26,    alpha",
        "0.05, NaN,       2,         0.7, 26,    prior_concentration",
        "0.05, Infinity,  2,         0.7, 26,    prior_concentration",
        "0.05, 0,         2,         0.7, 26,    prior_concentration",
        "0.05, 8,         NaN,       0.7, 26,    prior_odds_ratio",
        "0.05, 8,         Infinity,  0.7, 26,    prior_odds_ratio",
        "0.05, 8,         2,         NaN, 26,    start_weight",
        "0.05, 8,         2,         1,   26,    start_weight",
        "0.05, 8,         2,         0.7, 0,     later_half_within",
        "0.05, 8,         2,         0.7, 52001, later_half_within"
    })
    void aRuleByWhichNothingCanBeJudgedIsRefused(
            String alpha, String concentration, String oddsRatio, String start, int halfWithin, String culprit) {
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> {
                    addMonitor(handle, "refused");
                    handle.execute(
                            "insert into monitor_rule (monitor, alpha, prior_concentration, prior_odds_ratio,"
                                    + " start_weight, later_half_within)"
                                    + " values ('refused', ?::double precision, ?::double precision,"
                                    + " ?::double precision, ?::double precision, ?)",
                            alpha,
                            concentration,
                            oddsRatio,
                            start,
                            halfWithin);
                }))
                .hasMessageContaining("monitor_rule_%s_check".formatted(culprit));
    }

    @Test
    void aMonitorWithoutARuleIsRefusedSoThatNoneVanishes() {
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> addMonitor(handle, "without-rule")))
                .hasStackTraceContaining("monitor without-rule has no rule");

        assertThat(jdbi.<Integer, RuntimeException>withHandle(
                        handle -> handle.createQuery("select count(*) from monitor where id = 'without-rule'")
                                .mapTo(Integer.class)
                                .one()))
                .isZero();
    }

    private static void addMonitor(Handle handle, String id) {
        handle.execute("""
                insert into monitor (id, baseline, measure, unit, cohort, alpha_share, status, created_by)
                values (?, 'table9-gi', 'GI', 'SESSION', '{"clinic": "nobody"}', 0.000001, 'RETIRED', 'test')
                """, id);
    }
}
