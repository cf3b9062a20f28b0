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
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
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
        jdbi.useHandle(handle -> {
            handle.execute("truncate cell, cell_measure, rollup, rollup_measure, marginal, marginal_measure");
            handle.execute("delete from generation where id > 1");
            handle.execute("update generation set in_marginals = true");
        });
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

        assertEveryAnswer(newest.values());
        assertSumsOfRollUps();
        jdbi.useHandle(handle -> handle.execute("update generation set in_marginals = false"));
        assertEveryAnswer(newest.values());
    }

    /** A rebuild counts beside what is shown, in the same tables. */
    @Test
    void twoGenerationsAreSummedEachByItself() {
        Random random = new Random(6);
        Map<Integer, List<CellShare>> sent = Map.of(1, new ArrayList<>(), 2, new ArrayList<>());
        for (int version = 1; version <= 10; version++) {
            List<CellShare> both = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                int generation = 1 + random.nextInt(2);
                // Each version of its own, so that all of them are the newest of their cell or were.
                CellShare share = Shares.of(generation, withVersion(randomShare(random), 1000L * version + i));
                sent.get(generation).add(share);
                both.add(share);
            }
            apply(both);
        }

        assertEveryAnswer(newest(sent.get(1)));
        assertSumsOfRollUps();
        jdbi.useHandle(handle -> {
            handle.execute("update generation set active = false");
            handle.execute("insert into generation (id, active) values (2, true)");
        });
        assertEveryAnswer(newest(sent.get(2)));
        jdbi.useHandle(handle -> handle.execute("delete from generation where id = 2"));
        jdbi.useHandle(handle -> handle.execute("update generation set active = true"));
    }

    /** An instance of a former version changes roll-ups and knows of nothing else. */
    @Test
    void sumsFollowWhoeverChangesRollUps() {
        jdbi.useHandle(handle -> {
            handle.execute("""
                    insert into rollup (generation, unit, week, clinic, route, exposed, awaiting, replaced)
                    values (1, 'SESSION', '2026-W01', 'clinic-0', 'ORAL', 5, 1, 0), (1, 'SESSION', '2026-W02', 'clinic-0', 'ORAL', 7, 0, 2)
                    """);
            handle.execute(
                    "insert into rollup_measure (rollup_id, measure, affected, settled) select id, 'CNS', 3, 2 from rollup");
            handle.execute("update rollup set exposed = exposed + 10, awaiting = 0");
            handle.execute("update rollup_measure set settled = 3");
        });

        assertSumsOfRollUps();
        assertThat(ask(Map.of(), null, null, Dimension.CLINIC))
                .contains(new IncidenceSum("CNS", "clinic-0", 32, 0, 2, 6, 6));
    }

    @Test
    void aSumCannotBecomeNegative() {
        Cell cell = Shares.cell(Unit.SESSION, "2026-W10", "clinic-1");
        apply(List.of(Shares.share(0, 1, cell, 10, 4)));
        jdbi.useHandle(handle -> handle.execute("update marginal set exposed = 5"));

        assertThatThrownBy(() -> apply(List.of(Shares.share(0, 2, cell, 1, 0))))
                .hasMessageContaining("marginal_counts");
    }

    private void assertEveryAnswer(Collection<CellShare> newest) {
        List<@Nullable String> clinics = Arrays.asList(null, "clinic-1");
        List<@Nullable String> routes = Arrays.asList(null, "ORAL");
        List<@Nullable String> formulations = Arrays.asList(null, "RACEMIC");
        // There are weeks 1 to 3.
        List<@Nullable IsoWeek> bounds = Arrays.asList(null, new IsoWeek(2026, 2));
        List<@Nullable Dimension> bys = new ArrayList<>(Arrays.asList(Dimension.values()));
        bys.add(null);
        for (String clinic : clinics) {
            for (String route : routes) {
                for (String formulation : formulations) {
                    for (IsoWeek from : bounds) {
                        for (IsoWeek to : bounds) {
                            for (Dimension by : bys) {
                                Map<Dimension, String> cohort = new EnumMap<>(Dimension.class);
                                put(cohort, Dimension.CLINIC, clinic);
                                put(cohort, Dimension.ROUTE, route);
                                put(cohort, Dimension.FORMULATION, formulation);
                                assertThat(ask(cohort, from, to, by))
                                        .as("%s from %s to %s by %s", cohort, from, to, by)
                                        .isEqualTo(expected(newest, within(cohort, from, to), by));
                            }
                        }
                    }
                }
            }
        }
    }

    private static void put(Map<Dimension, String> cohort, Dimension dimension, @Nullable String value) {
        if (value != null) {
            cohort.put(dimension, value);
        }
    }

    private static Predicate<CellShare> within(
            Map<Dimension, String> cohort, @Nullable IsoWeek from, @Nullable IsoWeek to) {
        return share -> cohort.entrySet().stream()
                        .allMatch(one -> value(share.cell(), one.getKey()).equals(one.getValue()))
                && (from == null || share.cell().week().compareTo(from) >= 0)
                && (to == null || share.cell().week().compareTo(to) <= 0);
    }

    private static void assertSumsOfRollUps() {
        String over =
                "case when grouping(week) = 1 then 'WEEK' when grouping(clinic) = 1 then 'CLINIC' else 'ROUTE' end";
        String place = "coalesce(clinic, ''), coalesce(route, ''), coalesce(week, '')";
        String counts = """
                select generation, unit, %s, %s, sum(exposed)::bigint, sum(awaiting)::bigint, sum(replaced)::bigint from rollup
                 group by grouping sets ((generation, unit, clinic, route), (generation, unit, route, week), (generation, unit, clinic, week))
                """.formatted(over, place);
        String measures = """
                select generation, unit, %s, measure, %s, sum(affected)::bigint, sum(settled)::bigint
                  from rollup join rollup_measure on rollup_id = rollup.id
                 group by grouping sets ((generation, unit, measure, clinic, route), (generation, unit, measure, route, week),
                                         (generation, unit, measure, clinic, week))
                """.formatted(over, place);
        jdbi.useHandle(handle -> {
            for (String[] pair : new String[][] {
                {"table marginal", counts},
                {counts, "table marginal"},
                {"table marginal_measure", measures},
                {measures, "table marginal_measure"}
            }) {
                assertThat(handle.createQuery(
                                        "select row::text from ((%s) except all (%s)) row".formatted(pair[0], pair[1]))
                                .mapTo(String.class)
                                .list())
                        .as("%s but not %s", pair[0], pair[1])
                        .isEmpty();
            }
            assertThat(handle.createQuery("select count(*) from marginal")
                            .mapTo(Long.class)
                            .one())
                    .isPositive();
        });
    }

    private static Collection<CellShare> newest(List<CellShare> shares) {
        Map<String, CellShare> newest = new HashMap<>();
        shares.forEach(share -> newest.merge(
                CellShare.key(share.shard(), share.cell()), share, (a, b) -> b.version() > a.version() ? b : a));
        return newest.values();
    }

    private static CellShare withVersion(CellShare share, long version) {
        return new CellShare(
                share.schema(),
                share.generation(),
                share.shard(),
                version,
                share.cell(),
                share.exposed(),
                share.awaiting(),
                share.replaced(),
                share.measures());
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
        return ask(cohort, null, null, by);
    }

    private List<IncidenceSum> ask(
            Map<Dimension, String> cohort, @Nullable IsoWeek from, @Nullable IsoWeek to, @Nullable Dimension by) {
        return jdbi.withHandle(handle ->
                incidences.answer(handle, new IncidenceQuestion(MEASURES, Unit.SESSION, cohort, from, to, by)));
    }

    private static List<IncidenceSum> expected(
            Collection<CellShare> newest, Predicate<CellShare> cohort, @Nullable Dimension by) {
        List<IncidenceSum> sums = new ArrayList<>();
        for (String measure : MEASURES) {
            newest.stream()
                    .filter(cohort)
                    .map(share -> key(share, by))
                    .distinct()
                    .sorted()
                    .forEach(key -> {
                        List<CellShare> shares = newest.stream()
                                .filter(cohort)
                                .filter(share -> key(share, by).equals(key))
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
                                    measure,
                                    by == null ? null : key,
                                    exposed,
                                    awaiting,
                                    replaced,
                                    affected,
                                    possible - awaiting));
                        }
                    });
        }
        return sums;
    }

    private static String key(CellShare share, @Nullable Dimension by) {
        return by == null ? "" : value(share.cell(), by);
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
