package io.dripline.reporting.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertEvidence;
import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.alert.Promise;
import io.dripline.contracts.alert.Superseded;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.Shares;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.completeness.ClinicWeeks;
import io.dripline.reporting.completeness.CompletenessConfig;
import io.dripline.reporting.completeness.OpenWeeks;
import io.dripline.reporting.database.DatabaseOnto;
import io.dripline.reporting.incidence.CountsAtRest;
import io.dripline.reporting.incidence.CountsSettled;
import io.dripline.reporting.incidence.FollowingStatus;
import io.dripline.reporting.incidence.TouchedCells;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.monitor.Monitors;
import io.dripline.reporting.monitor.StoredRules;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which alerts are judged again and when, with the database and without the line. */
class JudgePromisesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:02:03Z");

    private static EmbeddedPostgres postgres;
    private static Jdbi jdbi;

    private final String clinic = "promised-" + UUID.randomUUID();
    private final Alerts alerts = new Alerts();
    private final ClinicWeeks clinicWeeks = new ClinicWeeks();
    private final AtomicBoolean isStandingBy = new AtomicBoolean();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        jdbi = DatabaseOnto.dataSource(postgres.getPostgresDatabase());
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("db/relay", "db/migration")
                .load()
                .migrate();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @Test
    void aTurnThatIsOverLeavesTheOthersForTheNext() {
        List<UUID> standing = List.of(raise("a"), raise("b"), raise("c"));
        List<UUID> judged = new ArrayList<>();
        JudgePromises judging = judging(recording(judged));
        countsChanged(judging);

        turn(judging);
        assertThat(judged).hasSize(1);
        turn(judging);
        turn(judging);
        turn(judging);

        assertThat(judged).containsExactlyInAnyOrderElementsOf(standing);
    }

    /** Its weeks are settled all the same, and the metrics say that it fails. */
    @Test
    void oneThatAlwaysFailsHoldsUpNoOther() {
        raise("a");
        raise("b");
        UUID failing = standingOf(false, clinics()).getFirst();
        weekCloses();
        List<UUID> judged = new ArrayList<>();
        JudgePromises judging = judging(failingFor(failing, judged));

        for (int turn = 0; turn < 10; turn++) {
            turn(judging);
        }

        assertThat(judged).hasSize(1).doesNotContain(failing);
        assertThat(jdbi.withHandle(clinicWeeks::due)).isEmpty();
        assertThat(failing()).isOne();
        assertThat(metrics.get("dripline.promises.failures").counter().count()).isPositive();
    }

    /** Its pause is one of real time; meanwhile others are due at every turn. */
    @Test
    void oneThatFailedOnceIsTriedAgainWhileOthersKeepComing() {
        raise("a");
        raise("b");
        raise("c");
        UUID failing = standingOf(false, clinics()).getFirst();
        AtomicBoolean fails = new AtomicBoolean(true);
        List<UUID> judged = new ArrayList<>();
        JudgePromises judging = judging(new JudgePromise(alerts, null, null, null, null, Clock.systemUTC()) {
            @Override
            void judge(Handle handle, UUID id, OpenWeeks open) {
                if (id.equals(failing) && fails.getAndSet(false)) {
                    throw new IllegalStateException("once");
                }
                judged.add(id);
            }
        });

        await().atMost(Duration.ofSeconds(20)).pollDelay(Duration.ZERO).until(() -> {
            countsChanged(judging);
            turn(judging);
            return judged.contains(failing);
        });

        assertThat(fails).isFalse();
        assertThat(failing()).isZero();
    }

    /** A turn hangs for as long as the database does. */
    @Test
    void theMetricWaitsForNoTurn() throws Exception {
        raise("a");
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        JudgePromises judging = judging(new JudgePromise(alerts, null, null, null, null, Clock.systemUTC()) {
            @Override
            void judge(Handle handle, UUID id, OpenWeeks open) {
                hangs.countDown();
                try {
                    goesOn.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        countsChanged(judging);
        Thread turn = Thread.ofPlatform().start(() -> turn(judging));
        hangs.await();

        double failing = CompletableFuture.supplyAsync(this::failing).get(10, TimeUnit.SECONDS);

        assertThat(failing).isZero();
        assertThat(turn.isAlive()).isTrue();
        goesOn.countDown();
        assertThat(turn.join(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void nothingFailsWhereAnotherInstanceJudges() {
        raise("a");
        JudgePromises judging = judging(failingFor(standingOf(false, clinics()).getFirst(), new ArrayList<>()));
        countsChanged(judging);
        turn(judging);
        assertThat(failing()).isOne();

        isStandingBy.set(true);

        assertThat(failing()).isZero();
    }

    private double failing() {
        return metrics.get("dripline.promises.failing").gauge().value();
    }

    @Test
    void aWeekStaysDueUntilEveryPromiseThatRestsOnItWasJudged() {
        raise("a");
        raise("b");
        weekCloses();
        JudgePromises judging = judging(recording(new ArrayList<>()));

        turn(judging);
        assertThat(jdbi.withHandle(clinicWeeks::due)).hasSize(1);
        turn(judging);
        turn(judging);

        assertThat(jdbi.withHandle(clinicWeeks::due)).isEmpty();
    }

    @Test
    void whatComesBetweenReadingAndWritingIsFollowed() {
        UUID id = raise("a");
        AtomicBoolean isFirst = new AtomicBoolean(true);
        JudgePromise judgePromise = judgePromise(() -> {
            if (isFirst.getAndSet(false)) {
                step(id, new NextStep.Acknowledge());
            }
        });

        jdbi.useHandle(handle -> judgePromise.judge(handle, id, OpenWeeks.NONE));

        Alert judged = jdbi.withHandle(handle -> alerts.find(handle, id)).orElseThrow();
        assertThat(judged.version()).isEqualTo(3);
        assertThat(judged.state()).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(judged.promise()).isEqualTo(Promise.HOLDS);
    }

    @Test
    void standingAreThoseThatNoCorrectionTookAwayInTheirLatestVersion() {
        UUID stepped = raise("a");
        UUID superseded = raise("b");
        step(stepped, new NextStep.Acknowledge());
        step(superseded, new NextStep.Supersede(new Superseded(140, 8, 0.1), "Corrected."));

        List<Alert> standing = jdbi.withHandle(alerts::standing).stream()
                .filter(alert -> clinic.equals(alert.cohort().get("clinic")))
                .toList();

        assertThat(standing).singleElement().satisfies(alert -> {
            assertThat(alert.id()).isEqualTo(stepped);
            assertThat(alert.version()).isEqualTo(2);
        });
        assertThat(standingOf(false, clinics())).containsExactly(stepped);
        assertThat(standingOf(false, Set.of("another"))).doesNotContain(stepped);
        assertThat(standingOf(true, Set.of())).contains(stepped);
    }

    private List<UUID> standingOf(boolean everything, Set<String> clinics) {
        return jdbi.withHandle(handle -> alerts.standingOf(handle, everything, clinics));
    }

    private Set<String> clinics() {
        return Set.of(clinic);
    }

    private UUID raise(String name) {
        return jdbi.inTransaction(handle -> {
            String monitor = "%s@%s".formatted(name, clinic);
            handle.createUpdate("""
                            insert into monitor (id, baseline, measure, unit, cohort, alpha_share, p0, status, first_counted_week,
                                                 sup_ln_e, created_at, created_by)
                            values (:id, 'table9-cns', 'CNS', 'FIRST_COURSE', jsonb_build_object('clinic', :clinic::text), 0.04,
                                    0.08, 'ACTIVE', '2026-W40', 60, 'epoch', 'dripline')
                            """).bind("id", monitor).bind("clinic", clinic).execute();
            StoredRules.add(handle, monitor);
            Alert alert = StoredAlerts.raised(monitor, clinic, NOW);
            alerts.add(handle, alert);
            return alert.id();
        });
    }

    private void step(UUID id, NextStep step) {
        jdbi.useTransaction(handle ->
                alerts.add(handle, step.after(alerts.find(handle, id).orElseThrow(), "officer", NOW)));
    }

    private void weekCloses() {
        jdbi.useHandle(handle -> handle.execute("""
                        insert into clinic_week (clinic, week, version, posted, agrees, over_at, closed)
                        values (?, '2026-W40', 1, 140, true, 'epoch', true)
                        """, clinic));
    }

    private void countsChanged(JudgePromises judging) {
        jdbi.useHandle(handle -> judging.counted(new CountsSettled(
                handle, false, TouchedCells.NONE.and(Set.of(Shares.cell(Unit.SESSION, "2026-W40", clinic))))));
    }

    private static void turn(JudgePromises judging) {
        jdbi.useHandle(handle -> judging.atRest(new CountsAtRest(handle)));
    }

    private JudgePromises judging(JudgePromise judgePromise) {
        FollowingStatus following = new FollowingStatus() {
            @Override
            public boolean isStandingBy() {
                return isStandingBy.get();
            }
        };
        return new JudgePromises(alerts, clinicWeeks, judgePromise, AT_ONCE, following, metrics);
    }

    private JudgePromise recording(List<UUID> judged) {
        return failingFor(null, judged);
    }

    private JudgePromise failingFor(UUID failing, List<UUID> judged) {
        return new JudgePromise(alerts, null, null, null, null, Clock.systemUTC()) {
            @Override
            void judge(Handle handle, UUID id, OpenWeeks open) {
                if (id.equals(failing)) {
                    throw new IllegalStateException("never");
                }
                judged.add(id);
            }
        };
    }

    /** Closed weeks reach the threshold; while they are weighed something else happens. */
    private JudgePromise judgePromise(Runnable meanwhile) {
        WeighClosedWeeks weigh = new WeighClosedWeeks(null) {
            @Override
            ClosedEvidence weigh(
                    Handle handle, Monitor monitor, AlertEvidence raisedOn, double threshold, OpenWeeks open) {
                meanwhile.run();
                return new ClosedEvidence(true, List.of());
            }
        };
        return new JudgePromise(alerts, new Monitors(), new Judgements(), new Baselines(), weigh, Clock.systemUTC());
    }

    /** Every look finds what is due, and a turn is one alert. */
    private static final CompletenessConfig AT_ONCE = new CompletenessConfig() {
        @Override
        public int batchSize() {
            return 1;
        }

        @Override
        public Duration check() {
            return Duration.ZERO;
        }

        @Override
        public Duration retry() {
            return Duration.ZERO;
        }

        @Override
        public Duration judgeInterval() {
            return Duration.ZERO;
        }

        @Override
        public Duration countsInterval() {
            return Duration.ZERO;
        }

        @Override
        public Duration judgeTurn() {
            return Duration.ZERO;
        }
    };
}
