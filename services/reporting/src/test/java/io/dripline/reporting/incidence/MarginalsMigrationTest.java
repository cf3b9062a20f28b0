package io.dripline.reporting.incidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.Shares;
import io.dripline.reporting.database.DatabaseOnto;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From tables that hold counts to tables that hold sums over them too, beside an instance that goes on counting. */
@Timeout(120)
class MarginalsMigrationTest {

    private static final Cell CELL = Shares.cell(Unit.SESSION, "2026-W10", "north");

    private EmbeddedPostgres postgres;
    private Jdbi jdbi;

    private final Cells cells = new Cells();
    private final RollUps rollUps = new RollUps();
    private final Generations generations = new Generations();
    private final Incidences incidences = new Incidences();

    @BeforeEach
    void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        jdbi = DatabaseOnto.dataSource(postgres.getPostgresDatabase());
        migrate("16");
    }

    @AfterEach
    void stopPostgres() throws IOException {
        postgres.close();
    }

    @Test
    void whatWasCountedBeforeIsAnsweredFromRollUpsUntilTheNextGenerationIsShown() {
        apply(Shares.share(0, 1, CELL, 10, 4));

        migrate("latest");

        assertThat(exposedByClinic()).containsExactly(10L);
        apply(Shares.share(0, 2, CELL, 12, 5));
        assertThat(exposedByClinic()).containsExactly(12L);
        assertThat(number("select count(*) from marginal")).isZero();
        assertThat(number("select count(*) from marginal_measure")).isZero();

        apply(Shares.of(2, Shares.share(0, 1, CELL, 13, 6)));
        assertThat(exposedByClinic()).containsExactly(12L);
        assertThat(number("select count(*) from marginal where generation = 2")).isEqualTo(3);
        jdbi.useTransaction(handle -> {
            handle.execute("insert into generation (id) values (2) on conflict do nothing");
            generations.show(handle, 2);
        });

        assertThat(exposedByClinic()).containsExactly(13L);
        jdbi.useHandle(handle -> handle.execute("update marginal set exposed = 99 where summed_over = 'WEEK'"));
        assertThat(exposedByClinic()).as("answered from the sums").containsExactly(99L);
    }

    /** One that was announced and is being counted holds a part of its counts already. */
    @Test
    void aGenerationThatIsBeingCountedIsOneOfThoseBefore() {
        jdbi.useHandle(handle -> handle.execute("insert into generation (id) values (2)"));
        apply(Shares.of(2, Shares.share(0, 1, CELL, 10, 4)));
        jdbi.useHandle(handle -> handle.execute("insert into generation (id) values (3)"));

        migrate("latest");

        apply(Shares.of(2, Shares.share(0, 2, CELL, 12, 5)));
        apply(Shares.of(3, Shares.share(0, 1, CELL, 14, 5)));
        assertThat(number("select count(*) from marginal where generation = 2")).isZero();
        assertThat(number("select count(*) from marginal where generation = 3")).isEqualTo(3);
        jdbi.useTransaction(handle -> generations.show(handle, 2));
        assertThat(exposedByClinic()).containsExactly(12L);
        jdbi.useTransaction(handle -> generations.show(handle, 3));
        assertThat(exposedByClinic()).containsExactly(14L);
    }

    /** Where nothing was counted yet nothing is missing in the sums. */
    @Test
    void anEmptyInstallationKeepsSumsFromItsFirstSession() {
        migrate("latest");

        apply(Shares.share(0, 1, CELL, 10, 4));

        assertThat(number("select count(*) from marginal where generation = 1")).isEqualTo(3);
        assertThat(exposedByClinic()).containsExactly(10L);
    }

    /** What an instance of before has begun it ends, the migration waits for it, and nothing is counted in one place alone. */
    @Test
    void waitsForWhoeverIsCounting() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<?> counting = threads.submit(() -> jdbi.useTransaction(handle -> {
                applyWithin(handle, Shares.share(0, 1, CELL, 10, 4));
                begun.countDown();
                await(goOn);
                generations.changed(handle, "topic", List.of(Shares.share(0, 1, CELL, 10, 4)));
            }));
            await(begun);
            Future<?> migrating = threads.submit(() -> migrate("latest"));
            untilSomebodyWaits();

            goOn.countDown();
            counting.get();
            migrating.get();
        }

        assertThat(number("select count(*) from generation where in_marginals")).isZero();
        assertThat(exposedByClinic()).containsExactly(10L);
    }

    private void apply(CellShare share) {
        jdbi.useTransaction(handle -> applyWithin(handle, share));
    }

    /** As the consumer does: it asks which generations there are first. */
    private void applyWithin(Handle handle, CellShare share) {
        generations.leftOut(handle, "topic", List.of(share));
        rollUps.add(handle, cells.keep(handle, List.of(share)));
    }

    private List<Long> exposedByClinic() {
        IncidenceQuestion question =
                new IncidenceQuestion(List.of("CNS"), Unit.SESSION, Map.of(), null, null, Dimension.CLINIC);
        return jdbi.withHandle(handle -> incidences.answer(handle, question)).stream()
                .map(IncidenceSum::exposed)
                .toList();
    }

    private void untilSomebodyWaits() throws InterruptedException {
        while (number("select count(*) from pg_locks where not granted") == 0) {
            Thread.sleep(10);
        }
    }

    private long number(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("db/relay", "db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
