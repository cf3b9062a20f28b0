package io.dripline.reporting.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.contracts.ContractJson;
import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.alert.AlertStep;
import io.dripline.contracts.alert.Promise;
import io.dripline.contracts.alert.Superseded;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.alert.Alerts;
import io.dripline.reporting.alert.Judgements;
import io.dripline.reporting.alert.SomeEvidence;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.comparison.Compared.Kept;
import io.dripline.reporting.completeness.ClinicWeeks;
import io.dripline.reporting.database.DatabaseOnto;
import io.dripline.reporting.monitor.Monitors;
import io.dripline.reporting.monitor.StoredRules;
import io.dripline.reporting.opinion.Patience;
import io.dripline.reporting.opinion.SecondOpinionsFor;
import io.dripline.statistics.Verdict;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is kept is what would be computed from nothing, whatever is committed in between; and the rest is not computed again. */
@Timeout(300)
class KeepComparisonsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:02:03Z");
    private static final String WEEKS =
            "[{\"week\":\"2026-W30\",\"exposed\":%d,\"affected\":%d,\"possible\":%2$d,\"replaced\":0}]";

    private static EmbeddedPostgres postgres;
    private static Jdbi jdbi;

    private final SettableClock clock = new SettableClock();
    private KeepComparisons kept = fromNothing();

    private static final class SettableClock extends Clock {

        private Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        jdbi = DatabaseOnto.dataSource(postgres.getPostgresDatabase());
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("db/relay", "db/migration")
                .load()
                .migrate();
        monitor("everywhere", "{}");
        monitor("north", "{\"clinic\": \"north\"}");
        monitor("south", "{\"clinic\": \"south\"}");
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void keep() {
        judge("north", 40, 3);
        judge("south", 40, 3);
        judge("everywhere", 80, 6);
        awaitSecondOpinions();
    }

    @Test
    void whereNothingChangedNothingIsComputedAgain() {
        Compared first = kept.all();

        assertThat(kept.all()).isSameAs(first);
    }

    @Test
    void aJudgementChangesItsMonitorAlone() {
        Compared before = kept.all();

        judge("north", 41, 4);

        assertChangedAlone(before, "north");
        assertThat(of("north").comparison().exposed()).isEqualTo(41);
    }

    @Test
    void aJudgementThatIsForgottenIsGone() {
        Compared before = kept.all();

        jdbi.useHandle(handle -> handle.execute("delete from judgement where monitor = 'north'"));

        assertChangedAlone(before, "north");
        assertThat(of("north").comparison().exposed()).isZero();
    }

    @Test
    void eachVersionOfAnAlertIsShownOnceItIsCommitted() {
        Compared before = kept.all();
        UUID alert = UUID.randomUUID();

        alert(alert, 1, AlertState.RAISED, Promise.PROVISIONAL);
        assertChangedAlone(before, "north");
        assertThat(of("north").comparison().promise()).isEqualTo(Promise.PROVISIONAL);
        alert(alert, 2, AlertState.RAISED, Promise.HOLDS);
        assertChangedAlone(before, "north");
        assertThat(of("north").comparison().promise()).isEqualTo(Promise.HOLDS);
        alert(alert, 3, AlertState.SUPERSEDED, Promise.HOLDS);

        assertAsFromNothing();
        assertThat(of("north").latched()).isNull();
    }

    @Test
    void whatJudgingLeavesWithAMonitorIsShown() {
        Compared before = kept.all();

        jdbi.useHandle(
                handle -> handle.execute("update monitor set sup_ln_e = 3 + coalesce(sup_ln_e, 0) where id = 'south'"));

        assertChangedAlone(before, "south");
    }

    @Test
    void aMonitorThatIsMadeIsThereAndOneThatIsRetiredIsNot() {
        kept.all();
        String made = "made-" + UUID.randomUUID();

        monitor(made, "{\"clinic\": \"west\"}");
        assertAsFromNothing();
        assertThat(kept.all().kept()).containsKey(made);
        jdbi.useHandle(handle -> handle.execute("update monitor set status = 'RETIRED' where id = ?", made));

        assertAsFromNothing();
        assertThat(kept.all().kept()).doesNotContainKey(made);
    }

    /** As after a figure was taken out of the catalogue that a monitor of an earlier version is held against. */
    @Test
    void aMonitorThatCannotBeComparedTakesNoOtherAway() {
        Compared before = kept.all();
        String lost = "lost-" + UUID.randomUUID();
        monitor(lost, "gone", "{\"clinic\": \"west\"}");
        judge(lost, 40, 3);

        assertChangedAlone(before, lost);
        Comparison comparison = of(lost).comparison();
        assertThat(comparison.verdict()).isEqualTo(Verdict.CANNOT_ASSESS);
        assertThat(comparison.promise()).isEqualTo(Promise.NONE);
        assertThat(comparison.promiseRemarks()).singleElement().asString().contains("could not be compared");
        assertThat(comparison.exposed()).isEqualTo(40);
        assertThat(comparison.affected()).isEqualTo(3);
        alert(lost, UUID.randomUUID(), 1, AlertState.RAISED, Promise.PROVISIONAL);

        Comparison standing = of(lost).comparison();
        assertThat(standing.verdict()).as("its alert stands").isEqualTo(Verdict.EXCEEDS);
        assertThat(standing.promise()).isEqualTo(Promise.PROVISIONAL);
        assertThat(standing.promiseRemarks()).hasSize(2).contains("Version 1");
        jdbi.useHandle(handle -> handle.execute("update monitor set status = 'RETIRED' where id = ?", lost));
    }

    @Test
    void weeksThatOpenOrCloseChangeTheirClinicsMonitorsAndThoseOfAllClinics() {
        Compared before = kept.all();

        jdbi.useHandle(handle -> handle.execute("""
                insert into clinic_week (clinic, week, version, posted, agrees, over_at, closed)
                values ('north', '2026-W30', 1, 5, true, now(), true)
                """));

        assertChangedAlone(before, "north", "everywhere");
        Compared open = kept.all();
        count("north", 5);

        assertChangedAlone(open, "north", "everywhere");
        jdbi.useHandle(handle -> handle.execute("delete from clinic_week"));
        jdbi.useHandle(handle -> handle.execute("delete from rollup"));
        kept = fromNothing();
    }

    /** A session more in a week that is open already changes no comparison, though it is looked at. */
    @Test
    void whatIsCountedInAnOpenWeekComputesNothingAgain() {
        count("south", 5);
        Compared before = kept.all();

        count("south", 6);

        assertChangedAlone(before);
    }

    @Test
    void anotherGenerationHasOtherOpenWeeks() {
        jdbi.useHandle(handle -> handle.execute("""
                insert into rollup (generation, unit, week, clinic, route, exposed, awaiting, replaced)
                values (2, 'SESSION', '2026-W31', 'north', 'ORAL', 5, 0, 0)
                """));
        kept.all();

        jdbi.useTransaction(handle -> {
            handle.execute("update generation set active = false");
            handle.execute("insert into generation (id, active) values (2, true)");
        });

        assertAsFromNothing();
        jdbi.useTransaction(handle -> {
            handle.execute("delete from generation where id = 2");
            handle.execute("update generation set active = true");
            handle.execute("delete from rollup");
        });
        assertAsFromNothing();
    }

    @Test
    void anotherDayIsAnotherComparison() {
        kept.all();

        clock.now = NOW.plus(Duration.ofDays(1));

        assertAsFromNothing();
    }

    /** What is judged while several read is in the answer of whoever asks after it was committed. */
    @Test
    void whoeverAsksAfterACommitSeesIt() throws Exception {
        AtomicInteger committed = new AtomicInteger(40);
        int last = 400;
        Callable<Integer> reader = () -> {
            int answers = 0;
            for (int before = committed.get(); before < last; before = committed.get()) {
                assertThat(of("north").comparison().exposed()).isGreaterThanOrEqualTo(before);
                answers++;
            }
            return answers;
        };

        try (var threads = Executors.newFixedThreadPool(9)) {
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                readers.add(threads.submit(reader));
            }
            for (int exposed = 41; exposed <= last; exposed++) {
                judge("north", exposed, 3);
                committed.set(exposed);
            }
            for (Future<Integer> one : readers) {
                assertThat(one.get()).isPositive();
            }
        }

        assertAsFromNothing();
    }

    private void assertChangedAlone(Compared before, String... monitors) {
        assertAsFromNothing();
        assertThat(kept.all().kept().entrySet().stream()
                        .filter(one -> before.kept().get(one.getKey()) != one.getValue())
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(monitors);
    }

    private void assertAsFromNothing() {
        Compared now = kept.all();
        Compared again = fromNothing().all();
        assertThat(now.kept().keySet()).containsExactlyElementsOf(again.kept().keySet());
        KeepComparisons any = kept;
        now.kept().forEach((id, one) -> {
            Patience patience = Patience.of(Duration.ofMinutes(1));
            assertThat(any.await(now, one, patience))
                    .as(id)
                    .isEqualTo(any.await(again, again.kept().get(id), patience));
            assertThat(one.comparison())
                    .as(id)
                    .isEqualTo(any.await(again, again.kept().get(id), patience));
        });
        assertThat(now.open()).isEqualTo(again.open());
    }

    private Kept of(String monitor) {
        return kept.all().kept().get(monitor);
    }

    private void awaitSecondOpinions() {
        Compared all = kept.all();
        all.kept().values().forEach(one -> kept.await(all, one, Patience.of(Duration.ofMinutes(1))));
        assertThat(kept.all().isComplete()).isTrue();
    }

    private KeepComparisons fromNothing() {
        return new KeepComparisons(
                jdbi,
                new Monitors(),
                new Judgements(),
                new Alerts(),
                new ClinicWeeks(),
                new Baselines(),
                SecondOpinionsFor.horizon(2_000),
                clock,
                new ObjectMapper().findAndRegisterModules());
    }

    private static void monitor(String id, String cohort) {
        monitor(id, "table9-cns", cohort);
    }

    private static void monitor(String id, String baseline, String cohort) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("""
                            insert into monitor (id, baseline, measure, unit, cohort, alpha_share, p0, status, created_by)
                            values (:id, :baseline, 'CNS', 'FIRST_COURSE', :cohort::jsonb, 0.04, 0.08, 'ACTIVE', 'dripline')
                            """)
                    .bind("id", id)
                    .bind("baseline", baseline)
                    .bind("cohort", cohort)
                    .execute();
            StoredRules.add(handle, id);
        });
    }

    private static void judge(String monitor, int exposed, int affected) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into judgement (monitor, judged_at, ln_e, weeks) values (:monitor, :at, 0.5, :weeks::json)
                        on conflict (monitor) do update
                           set judged_at = excluded.judged_at, ln_e = excluded.ln_e, weeks = excluded.weeks
                        """)
                .bind("monitor", monitor)
                .bind("at", NOW.atOffset(ZoneOffset.UTC))
                .bind("weeks", WEEKS.formatted(exposed, affected))
                .execute());
    }

    private static void count(String clinic, int sessions) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into rollup (generation, unit, week, clinic, route, exposed, awaiting, replaced)
                        values (1, 'SESSION', '2026-W30', :clinic, 'ORAL', :sessions, 0, 0)
                        on conflict (generation, unit, clinic, week, route) do update set exposed = excluded.exposed
                        """)
                .bind("clinic", clinic)
                .bind("sessions", sessions)
                .execute());
    }

    private static void alert(UUID id, int version, AlertState state, Promise promise) {
        alert("north", id, version, state, promise);
    }

    private static void alert(String monitor, UUID id, int version, AlertState state, Promise promise) {
        IsoWeek week = IsoWeek.parse("2026-W30");
        Alert alert = new Alert(
                ContractJson.SCHEMA,
                id,
                version,
                monitor,
                "CNS",
                Unit.FIRST_COURSE,
                Map.of("clinic", "north"),
                state,
                null,
                promise,
                List.of("Version " + version),
                40,
                14,
                9.8,
                500.0,
                NOW,
                week,
                SomeEvidence.ofCns(week),
                null,
                null,
                state == AlertState.SUPERSEDED ? new Superseded(40, 5, 0.25) : null,
                List.of(new AlertStep(AlertState.RAISED, NOW, "dripline", null, null)));
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into alert_version (alert_id, version, monitor, record)
                        values (:id, :version, :monitor, :record::json)
                        """)
                .bind("id", id)
                .bind("version", version)
                .bind("monitor", monitor)
                .bind("record", new String(ContractJson.write(alert), StandardCharsets.UTF_8))
                .execute());
    }
}
