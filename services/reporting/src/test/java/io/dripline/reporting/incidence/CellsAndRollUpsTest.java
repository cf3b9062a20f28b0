package io.dripline.reporting.incidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.MeasureCount;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.Shares;
import io.dripline.reporting.database.DatabaseOnto;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables against sums over the newest versions. */
class CellsAndRollUpsTest {

    private static final List<String> MEASURES = List.of("ANY", "CNS", "GI", "nausea");
    private static EmbeddedPostgres postgres;
    private static Jdbi jdbi;

    private final Cells cells = new Cells();
    private final RollUps rollUps = new RollUps();
    private final Incidences incidences = new Incidences();

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("db/migration")
                .load()
                .migrate();
        jdbi = DatabaseOnto.dataSource(postgres.getPostgresDatabase());
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void clear() {
        jdbi.useHandle(handle -> handle.execute("truncate cell, cell_measure, rollup, rollup_measure"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void equalTheSumOfTheNewestVersionsAfterAnySequence(long seed) {
        Random random = new Random(seed);
        Map<String, CellShare> newest = new HashMap<>();
        List<CellShare> sent = new ArrayList<>();
        for (int batch = 0; batch < 25; batch++) {
            List<CellShare> shares = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(40); i++) {
                // Every third is a repeat of something sent before, in whatever version it then had.
                shares.add(
                        sent.isEmpty() || random.nextInt(3) > 0
                                ? randomShare(random)
                                : sent.get(random.nextInt(sent.size())));
            }
            sent.addAll(shares);
            shares.forEach(share -> newest.merge(
                    CellShare.key(share.shard(), share.cell()), share, (a, b) -> b.version() > a.version() ? b : a));
            apply(shares);
        }

        Predicate<CellShare> everything = share -> true;
        for (Dimension by : Dimension.values()) {
            assertThat(ask(Map.of(), by)).isEqualTo(expected(newest.values(), everything, by));
        }
        assertThat(ask(Map.of(Dimension.CLINIC, "clinic-1"), Dimension.WEEK))
                .isEqualTo(expected(newest.values(), s -> s.cell().clinic().equals("clinic-1"), Dimension.WEEK));
        assertThat(ask(Map.of(Dimension.FORMULATION, "RACEMIC"), Dimension.WEEK))
                .isEqualTo(expected(newest.values(), s -> s.cell().formulation().equals("RACEMIC"), Dimension.WEEK));
    }

    @Test
    void anOlderOrRepeatedVersionChangesNothing() {
        Cell cell = Shares.cell(Unit.SESSION, "2026-W10", "clinic-1");
        apply(List.of(Shares.share(0, 3, cell, 10, 4)));

        List<Cells.ChangedShare> changed =
                apply(List.of(Shares.share(0, 2, cell, 99, 1), Shares.share(0, 3, cell, 50, 2)));

        assertThat(changed).isEmpty();
        assertThat(ask(Map.of(), Dimension.CLINIC)).contains(new IncidenceSum("CNS", "clinic-1", 10, 0, 0, 4, 4));
    }

    @Test
    void possibleOfASumIsAffectedAndThoseThatAwaitCoding() {
        Cell cell = Shares.cell(Unit.SESSION, "2026-W10", "clinic-1");
        // 10 exposures: 3 await coding, of which 1 has a coded CNS event besides; 2 others had CNS.
        CellShare share =
                new CellShare(ContractJson.SCHEMA, 1, 0, 1, cell, 10, 3, 0, Map.of("CNS", new MeasureCount(3, 5)));

        apply(List.of(share));

        List<IncidenceSum> sums = ask(Map.of(), Dimension.CLINIC);
        assertThat(sums).filteredOn(sum -> sum.measure().equals("CNS")).allSatisfy(sum -> {
            assertThat(sum.affected()).isEqualTo(3);
            assertThat(sum.possible()).isEqualTo(5);
        });
        assertThat(sums).filteredOn(sum -> sum.measure().equals("GI")).allSatisfy(sum -> {
            assertThat(sum.affected()).isZero();
            assertThat(sum.possible()).isEqualTo(3);
        });
    }

    @Test
    void aReplacedFirstCourseIsKeptWhereNoExposureIsLeft() {
        Cell cell = Shares.cell(Unit.SESSION, "2026-W10", "clinic-1");

        apply(List.of(new CellShare(ContractJson.SCHEMA, 1, 0, 1, cell, 0, 0, 1, Map.of())));

        assertThat(ask(Map.of(), Dimension.WEEK)).contains(new IncidenceSum("CNS", "2026-W10", 0, 0, 1, 0, 0));
    }

    @Test
    void aRollUpCannotBecomeNegative() {
        Cell cell = Shares.cell(Unit.SESSION, "2026-W10", "clinic-1");
        apply(List.of(Shares.share(0, 1, cell, 10, 4)));
        jdbi.useHandle(handle -> handle.execute("update rollup set exposed = 5"));

        assertThatThrownBy(() -> apply(List.of(Shares.share(0, 2, cell, 1, 0)))).hasMessageContaining("rollup_counts");
    }

    private List<Cells.ChangedShare> apply(List<CellShare> shares) {
        return jdbi.inTransaction(handle -> {
            List<Cells.ChangedShare> changed = cells.keep(handle, shares);
            rollUps.add(handle, changed);
            return changed;
        });
    }

    private List<IncidenceSum> ask(Map<Dimension, String> cohort, Dimension by) {
        return jdbi.withHandle(handle ->
                incidences.answer(handle, new IncidenceQuestion(MEASURES, Unit.SESSION, cohort, null, null, by)));
    }

    private static List<IncidenceSum> expected(
            Collection<CellShare> newest, Predicate<CellShare> cohort, Dimension by) {
        List<IncidenceSum> sums = new ArrayList<>();
        for (String measure : MEASURES) {
            newest.stream()
                    .filter(cohort)
                    .map(share -> value(share.cell(), by))
                    .distinct()
                    .sorted()
                    .forEach(key -> {
                        List<CellShare> shares = newest.stream()
                                .filter(cohort)
                                .filter(share -> value(share.cell(), by).equals(key))
                                .toList();
                        long exposed =
                                shares.stream().mapToLong(CellShare::exposed).sum();
                        long awaiting =
                                shares.stream().mapToLong(CellShare::awaiting).sum();
                        long affected = shares.stream()
                                .mapToLong(share -> count(share, measure).affected())
                                .sum();
                        long possible = shares.stream()
                                .mapToLong(share -> count(share, measure).possible())
                                .sum();
                        long replaced =
                                shares.stream().mapToLong(CellShare::replaced).sum();
                        if (exposed > 0 || replaced > 0) {
                            sums.add(new IncidenceSum(
                                    measure, key, exposed, awaiting, replaced, affected, possible - awaiting));
                        }
                    });
        }
        return sums;
    }

    private static MeasureCount count(CellShare share, String measure) {
        return share.measures().getOrDefault(measure, new MeasureCount(0, share.awaiting()));
    }

    private static String value(Cell cell, Dimension dimension) {
        return switch (dimension) {
            case WEEK -> cell.week().toString();
            case CLINIC -> cell.clinic();
            case ROUTE -> cell.route();
            case FORMULATION -> cell.formulation();
            case REGIMEN -> cell.regimen();
            case INDICATION -> cell.indication();
            case DOSE_BAND -> cell.doseBand();
            case ASCERTAINMENT -> cell.ascertainment();
        };
    }

    private static CellShare randomShare(Random random) {
        Cell cell = new Cell(
                Unit.SESSION,
                new IsoWeek(2026, 1 + random.nextInt(3)),
                "clinic-" + random.nextInt(2),
                random.nextBoolean() ? "ORAL" : "INTRAVENOUS",
                random.nextBoolean() ? "RACEMIC" : Cell.UNSTATED,
                "SINGLE",
                "MIXED_PAIN",
                "ABOVE_2",
                "CHECKLIST");
        long exposed = random.nextInt(20);
        long awaiting = exposed == 0 ? 0 : random.nextInt((int) exposed);
        Map<String, MeasureCount> measures = new HashMap<>();
        for (String measure : MEASURES) {
            if (random.nextBoolean()) {
                long settled = random.nextInt((int) (exposed - awaiting) + 1);
                long both = random.nextInt((int) awaiting + 1);
                measures.put(measure, new MeasureCount(settled + both, settled + awaiting));
            }
        }
        return new CellShare(
                ContractJson.SCHEMA,
                1,
                random.nextInt(2),
                1 + random.nextInt(50),
                cell,
                exposed,
                awaiting,
                random.nextInt(3),
                measures);
    }
}
