package io.dripline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The lists of what is sealed, against the tables that the migrations make: whoever adds a column or a table decides. */
class SealedColumnsTest {

    /** Columns of sealed tables that change, and are not sealed. */
    private static final Map<String, Set<String>> CHANGING = Map.of(
            "monitor", Set.of("p0", "status", "start_week", "first_counted_week", "sup_ln_e"),
            "recoding",
                    Set.of("key", "after", "done", "changed", "events", "finished_at", "superseded", "ruled_up_to"));

    /** Which trace a row belongs to is evidence of nothing, and an older service beside a newer one would seal its rows without it. */
    private static final Map<String, Set<String>> OF_NO_EVIDENCE =
            Map.of("session_version", Set.of("traceparent"), "coded_session", Set.of("traceparent"));

    /** Tables of state that is derived or in progress, and of keys, which change and go. */
    private static final Map<String, Set<String>> NOT_SEALED = Map.of(
            "intake", Set.of("clinic_week_position", "relay_position", "patient", "pseudonym_keys", "patient_key"),
            "classification",
                    Set.of(
                            "relay_position",
                            "session_now",
                            "session_word",
                            "words",
                            "ruled_words",
                            "word_secrets",
                            "patient_key"),
            "reporting",
                    Set.of(
                            "cell",
                            "cell_measure",
                            "clinic",
                            "clinic_mark",
                            "clinic_week",
                            "consumed",
                            "delivery",
                            "generation",
                            "judgement",
                            "judgement_due",
                            "latched_alert",
                            "marginal",
                            "marginal_measure",
                            "notification_position",
                            "relay_position",
                            "rollup",
                            "rollup_measure"));

    private static Installation installation;

    @BeforeAll
    static void start() throws Exception {
        installation = Installation.start();
    }

    @AfterAll
    static void stop() throws Exception {
        installation.close();
    }

    @ParameterizedTest
    @FieldSource("io.dripline.ledger.Ledgers#ALL")
    void everyColumnOfASealedTableIsSealedUnlessItChanges(Ledger ledger) throws Exception {
        for (SealedTable table : ledger.tables()) {
            Set<String> expected = new TreeSet<>(table.columns());
            expected.addAll(CHANGING.getOrDefault(table.name(), Set.of()));
            expected.addAll(OF_NO_EVIDENCE.getOrDefault(table.name(), Set.of()));
            expected.addAll(List.of("xid", table.seq()));
            assertThat(columns(ledger, table.name())).as(table.name()).isEqualTo(expected);
            for (SealedTable.Text text : table.texts()) {
                Set<String> ofText = new TreeSet<>(text.columns());
                ofText.addAll(text.by());
                assertThat(columns(ledger, text.table())).as(text.table()).isEqualTo(ofText);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("io.dripline.ledger.Ledgers#ALL")
    void everyTableIsSealedOrStatedHereAsNot(Ledger ledger) throws Exception {
        Set<String> stated = ledger.tables().stream()
                .flatMap(table -> Stream.concat(
                        Stream.of(table.name()), table.texts().stream().map(SealedTable.Text::table)))
                .collect(Collectors.toCollection(TreeSet::new));
        stated.addAll(NOT_SEALED.getOrDefault(ledger.name(), Set.of()));
        stated.add("ledger_seal");

        assertThat(list(ledger, "select tablename from pg_tables where schemaname = 'public'"))
                .containsExactlyInAnyOrderElementsOf(stated);
    }

    @ParameterizedTest
    @FieldSource("io.dripline.ledger.Ledgers#ALL")
    void rowsBehindAPlaceAreFoundByAnIndex(Ledger ledger) throws Exception {
        try (Connection connection = installation.asService(ledger)) {
            Installation.execute(connection, "set enable_seqscan = off; set enable_sort = off");
            for (SealedTable table : ledger.tables()) {
                String plan = String.join(
                        "\n",
                        list(
                                connection,
                                "explain select 1 from %1$s r where (r.xid, r.%2$s) > ('7', 7) order by r.xid, r.%2$s limit 9"
                                        .formatted(table.name(), table.seq())));
                assertThat(plan).as(table.name()).contains("Index Cond").doesNotContain("Sort");
            }
        }
    }

    private Set<String> columns(Ledger ledger, String table) throws Exception {
        return new TreeSet<>(list(ledger, """
                select column_name from information_schema.columns
                 where table_schema = 'public' and table_name = '%s' and is_generated = 'NEVER'
                """.formatted(table)));
    }

    private List<String> list(Ledger ledger, String query) throws Exception {
        try (Connection connection = installation.asOwner(ledger)) {
            return list(connection, query);
        }
    }

    private static List<String> list(Connection connection, String query) throws Exception {
        List<String> list = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                list.add(rows.getString(1));
            }
        }
        return list;
    }
}
