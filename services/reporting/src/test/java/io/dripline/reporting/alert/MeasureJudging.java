package io.dripline.reporting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Shares;
import io.dripline.reporting.incidence.CountsSettled;
import io.dripline.reporting.incidence.TouchedCells;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * Times the service's own judging on a real PostgreSQL: counts, evidence, marks and judgements of 1,000 monitors with 104 weeks
 * each, five at each of 200 clinics. Not among the tests; runs where it is named: {@code mvn -pl services/reporting -am test
 * -Dtest=MeasureJudging -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class MeasureJudging {

    private static final int CLINICS = 200;
    private static final int WEEKS = 104;
    private static final int ROUNDS = 15;
    private static final IsoWeek FIRST = IsoWeek.parse("2024-W40");

    @Inject
    Jdbi jdbi;

    @Inject
    Event<CountsSettled> countsSettled;

    @Test
    void measure() {
        jdbi.useTransaction(MeasureJudging::fill);
        jdbi.useHandle(handle -> handle.execute("analyze"));

        time("all 1,000", new TouchedCells(Set.of(), Set.of()), true);
        Cell one = Shares.cell(Unit.FIRST_COURSE, FIRST.toString(), "measured-7");
        time("the 5 of one clinic", new TouchedCells(Set.of("measured-7"), Set.of(one)), false);

        assertThat(jdbi.<Long, RuntimeException>withHandle(handle -> handle.createQuery(
                                "select count(*) from judgement where monitor like 'measured-%' and ln_e is not null")
                        .mapTo(Long.class)
                        .one()))
                .isEqualTo(5 * CLINICS);
    }

    private void time(String what, TouchedCells touched, boolean everything) {
        double[] wall = new double[ROUNDS];
        double[] processor = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            long processorBegin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            jdbi.useHandle(handle -> countsSettled.fire(new CountsSettled(handle, everything, touched)));
            wall[round] = (System.nanoTime() - begin) / 1e6;
            processor[round] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processorBegin) / 1e6;
        }
        double first = wall[0];
        Arrays.sort(wall);
        Arrays.sort(processor);
        System.out.printf(
                Locale.ROOT,
                "%s: first round %.1f ms, median %.1f ms, of which processor of this thread %.1f ms%n",
                what,
                first,
                wall[ROUNDS / 2],
                processor[ROUNDS / 2]);
    }

    private static void fill(Handle handle) {
        handle.createUpdate("""
                        insert into monitor (id, baseline, measure, unit, cohort, alpha_share, p0, status, created_by)
                        select 'measured-' || c || '-' || measure, 'table9-cns', measure, 'FIRST_COURSE',
                               jsonb_build_object('clinic', 'measured-' || c), 1e-6, 0.08, 'ACTIVE', 'test'
                          from generate_series(1, :clinics) c
                         cross join unnest(array['CNS', 'GI', 'CARDIOVASCULAR', 'HEPATIC', 'UROGENITAL']) measure
                        """).bind("clinics", CLINICS).execute();
        handle.execute("""
                insert into monitor_rule (monitor, alpha, prior_concentration, prior_odds_ratio, start_weight,
                                          later_half_within)
                select id, 0.05, 8, 2, 0.7, 26 from monitor where id like 'measured-%'
                """);
        String[] weeks = new String[WEEKS];
        Arrays.setAll(weeks, week -> FIRST.plus(week).toString());
        handle.createUpdate("""
                        insert into rollup (generation, unit, week, clinic, route, exposed, awaiting, replaced)
                        select (select id from generation where active), 'FIRST_COURSE', week, 'measured-' || c,
                               'INTRAVENOUS', 20, 0, 0
                          from generate_series(1, :clinics) c cross join unnest(:weeks) week
                        """)
                .bind("clinics", CLINICS)
                .bindArray("weeks", weeks)
                .execute();
        handle.execute("""
                insert into rollup_measure (rollup_id, measure, affected, settled)
                select id, measure, 1 + (id + length(measure)) % 2, 1 + (id + length(measure)) % 2
                  from rollup
                 cross join unnest(array['CNS', 'GI', 'CARDIOVASCULAR', 'HEPATIC', 'UROGENITAL']) measure
                 where clinic like 'measured-%'
                """);
    }
}
