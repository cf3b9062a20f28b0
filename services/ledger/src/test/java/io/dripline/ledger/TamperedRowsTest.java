package io.dripline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.ledger.Finding.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A thousand times somebody who administers the server changes something, at random; each time it is found and named, and nothing
 * else is. Each change is rolled back.
 */
class TamperedRowsTest {

    private static final int TIMES = 1000;
    private static final long SEED = 20261129;

    private enum Tampering {
        ONE_COLUMN,
        ONE_TRANSACTION_NUMBER,
        ONE_TEXT,
        A_TEXT_MORE,
        TEXT_DELETED,
        KEY_DELETED,
        MONITOR_CHANGED,
        ROW_DELETED,
        TAIL_DELETED,
        TAIL_CUT_WITH_SEALS,
        SEALS_CUT,
        ROW_INSERTED,
        ROWS_SWAPPED,
        SEAL_CHANGED,
        SEAL_DELETED
    }

    /** Monitors that agree no more with a row that was touched are named besides it. */
    private static final Set<Kind> OF_OTHERS = Set.of(Kind.STATE_DIFFERS, Kind.STATE_UNEXPLAINED);

    private static Installation installation;
    private static final Map<Ledger, Head> HEADS = new HashMap<>();

    private final Random random = new Random(SEED);

    @BeforeAll
    static void fill() throws Exception {
        installation = Installation.start();
        for (Ledger ledger : Ledgers.ALL) {
            for (int batch = 1; batch <= 4; batch++) {
                StoredRows.write(installation, ledger, batch);
                HEADS.put(ledger, installation.seal(ledger));
            }
            try (Connection administrator = installation.asAdministrator(ledger)) {
                dropConstraints(administrator, ledger);
            }
        }
    }

    @AfterAll
    static void stop() throws Exception {
        installation.close();
    }

    @Test
    void eachOfAThousandIsFoundAndNamed() throws Exception {
        Map<Tampering, Integer> times = new EnumMap<>(Tampering.class);
        for (int i = 0; i < TIMES; i++) {
            Tampering tampering = Tampering.values()[i % Tampering.values().length];
            Ledger ledger = tampering == Tampering.MONITOR_CHANGED
                    ? Ledgers.REPORTING
                    : Ledgers.ALL.get(random.nextInt(Ledgers.ALL.size()));
            try (Connection connection = installation.asAdministrator(ledger)) {
                connection.setAutoCommit(false);

                // When
                Expected expected = tamper(connection, ledger, tampering);
                List<Finding> findings = findings(connection, ledger).stream()
                        .filter(finding -> finding.kind() == expected.kind()
                                || !OF_OTHERS.contains(finding.kind())
                                || !expected.touchesMonitors())
                        .toList();

                // Then
                String what = "%d: %s in %s: %s, found %s".formatted(i, tampering, ledger.name(), expected, findings);
                assertThat(findings.stream().map(Finding::kind)).as(what).contains(expected.kind());
                assertThat(findings.stream().map(TamperedRowsTest::name))
                        .as(what)
                        .containsAll(expected.names());
                assertThat(expected.allowed())
                        .as(what)
                        .containsAll(
                                findings.stream().map(TamperedRowsTest::name).toList());
                connection.rollback();
            }
            times.merge(tampering, 1, Integer::sum);
        }
        assertThat(times)
                .hasSize(Tampering.values().length)
                .allSatisfy((kind, n) -> assertThat(n).isGreaterThan(60));
        for (Ledger ledger : Ledgers.ALL) {
            try (Connection connection = installation.asAdministrator(ledger)) {
                connection.setAutoCommit(false);
                assertThat(findings(connection, ledger)).as("untouched").isEmpty();
            }
        }
    }

    /**
     * @param names each of which must be named
     * @param besides what may be named as well: where a seal was touched, its row
     */
    private record Expected(Kind kind, Set<String> names, Set<String> besides) {

        /** Steps and states of monitors lie in tables of their name; a cut takes those of all tables. */
        boolean touchesMonitors() {
            return kind == Kind.TAIL_MISSING || allowed().stream().anyMatch(name -> name.startsWith("monitor"));
        }

        Set<String> allowed() {
            Set<String> allowed = new HashSet<>(names);
            allowed.addAll(besides);
            return allowed;
        }
    }

    private Expected tamper(Connection connection, Ledger ledger, Tampering tampering) throws SQLException {
        SealedTable table = ledger.tables().get(random.nextInt(ledger.tables().size()));
        String where = " where %s = ".formatted(table.seq());
        switch (tampering) {
            case ONE_COLUMN -> {
                Row row = rows(connection, table, 1).getFirst();
                String column = pick(table.columns());
                update(connection, table.name(), column, where + row.seq());
                // A recoding of another kind is none of those that are sealed.
                Kind kind = table.only().contains("r." + column) ? Kind.ROW_MISSING : Kind.ROW_CHANGED;
                return new Expected(kind, Set.of(table.name() + " " + row.key()), Set.of());
            }
            case ONE_TRANSACTION_NUMBER -> {
                Row row = rows(connection, table, 1).getFirst();
                Installation.execute(
                        connection,
                        "update %s set xid = (xid::text::bigint - 1)::text::xid8 %s%d"
                                .formatted(table.name(), where, row.seq()));
                return new Expected(Kind.ROW_MISSING, Set.of(table.name() + " " + row.key()), Set.of());
            }
            case ONE_TEXT, A_TEXT_MORE, TEXT_DELETED -> {
                return text(connection, ledger, tampering);
            }
            case KEY_DELETED -> {
                return key(connection, ledger);
            }
            case MONITOR_CHANGED -> {
                return monitor(connection);
            }
            case ROW_DELETED -> {
                Row row = rows(connection, table, 1).getFirst();
                Installation.execute(connection, "delete from " + table.name() + where + row.seq());
                return new Expected(Kind.ROW_MISSING, Set.of(table.name() + " " + row.key()), Set.of());
            }
            case TAIL_DELETED -> {
                List<Row> tail = tail(connection, table, 1 + random.nextInt(4));
                for (Row row : tail) {
                    Installation.execute(connection, "delete from " + table.name() + where + row.seq());
                }
                return new Expected(Kind.ROW_MISSING, names(table, tail), Set.of());
            }
            case TAIL_CUT_WITH_SEALS, SEALS_CUT -> {
                long from = HEADS.get(ledger).position() - random.nextInt(20);
                if (tampering == Tampering.TAIL_CUT_WITH_SEALS) {
                    for (SealedTable any : ledger.tables()) {
                        Installation.execute(connection, """
                                delete from %s r using ledger_seal s
                                 where s.position >= %d and s.sealed = '%s' and s.xid = r.xid and s.seq = r.%s
                                """.formatted(any.name(), from, any.name(), any.seq()));
                    }
                }
                Installation.execute(connection, "delete from ledger_seal where position >= " + from);
                return new Expected(Kind.TAIL_MISSING, Set.of(HEADS.get(ledger).row()), Set.of());
            }
            case ROW_INSERTED -> {
                Row row = rows(connection, table, 1).getFirst();
                long seq = -1 - random.nextInt(1000);
                List<String> columns = new ArrayList<>(table.columns());
                columns.add("xid");
                String key = Installation.ask(connection, """
                        insert into %1$s as r (%2$s, %3$s) overriding system value
                        select %2$s, %4$d from %1$s where %3$s = %5$d returning %6$s
                        """.formatted(
                                table.name(), String.join(", ", columns), table.seq(), seq, row.seq(), keyOf(table)));
                return new Expected(
                        Kind.ROW_NEVER_SEALED,
                        Set.of(table.name() + " " + key),
                        table.name().equals("ruling") ? Set.of("ruled_words ruling " + seq) : Set.of());
            }
            case ROWS_SWAPPED -> {
                List<Row> two = rows(connection, table, 2);
                String set = table.columns().stream()
                        .map(column -> "%1$s = b.%1$s".formatted(column))
                        .collect(Collectors.joining(", "));
                Installation.execute(connection, """
                        update %1$s a set %2$s from %1$s b
                         where (a.%3$s, b.%3$s) in ((%4$d, %5$d), (%5$d, %4$d))
                        """.formatted(
                                table.name(),
                                set,
                                table.seq(),
                                two.get(0).seq(),
                                two.get(1).seq()));
                return new Expected(Kind.ROW_CHANGED, names(table, two), Set.of());
            }
            case SEAL_CHANGED, SEAL_DELETED -> {
                // The last one is a case of its own: a cut.
                long position = 1 + random.nextLong(HEADS.get(ledger).position() - 1);
                String row = Installation.ask(
                        connection, "select sealed || ' ' || row_key from ledger_seal where position = " + position);
                if (tampering == Tampering.SEAL_DELETED) {
                    Installation.execute(connection, "delete from ledger_seal where position = " + position);
                    return new Expected(Kind.SEAL_MISSING, Set.of("seal " + position), Set.of(row));
                }
                String column = pick(List.of(
                        "sealed", "form", "xid", "seq", "row_key", "row_hash", "text_hash", "sealed_at", "hash"));
                if (column.equals("sealed")) {
                    Installation.execute(
                            connection,
                            "update ledger_seal set sealed = '%s' where position = %d"
                                    .formatted(pick(List.of("another", table.name() + "s")), position));
                } else if (column.equals("sealed_at") && random.nextBoolean()) {
                    Installation.execute(
                            connection,
                            "update ledger_seal set sealed_at = '%s' where position = %d"
                                    .formatted(
                                            pick(List.of("infinity", "-infinity", "294276-12-31Z", "4700-01-01Z BC")),
                                            position));
                } else {
                    update(connection, "ledger_seal", column, " where position = " + position);
                }
                String now = Installation.ask(
                        connection, "select sealed || ' ' || row_key from ledger_seal where position = " + position);
                return new Expected(Kind.SEAL_CHANGED, Set.of(now), Set.of(row));
            }
        }
        throw new AssertionError(tampering);
    }

    /** Reporting keeps no text apart: there one column of a row is changed instead. */
    private Expected text(Connection connection, Ledger ledger, Tampering tampering) throws SQLException {
        List<SealedTable> withText = ledger.tables().stream()
                .filter(table -> !table.texts().isEmpty())
                .toList();
        if (withText.isEmpty()) {
            return tamper(connection, ledger, Tampering.ONE_COLUMN);
        }
        SealedTable table = pick(withText);
        SealedTable.Text text = pick(table.texts());
        String by = text.by().stream()
                .map(column -> "r.%1$s = t.%1$s".formatted(column))
                .collect(Collectors.joining(" and "));
        String[] found = Installation.ask(
                        connection, """
                        select t.ctid || '|' || %s from %s r join %s t on %s order by md5(t.ctid::text || %d) limit 1
                        """.formatted(keyOf(table), table.name(), text.table(), by, random.nextInt()))
                .split("\\|");
        String last = text.columns().getLast();
        if (tampering == Tampering.TEXT_DELETED) {
            Installation.execute(connection, """
                    delete from %1$s t using %1$s d where d.ctid = '%2$s' and (%3$s) = (%4$s)
                    """.formatted(
                            text.table(),
                            found[0],
                            text.by().stream().map(column -> "t." + column).collect(Collectors.joining(", ")),
                            text.by().stream().map(column -> "d." + column).collect(Collectors.joining(", "))));
        } else if (tampering == Tampering.ONE_TEXT) {
            Installation.execute(
                    connection,
                    "update %s t set %2$s = %2$s || '.' where ctid = '%3$s'".formatted(text.table(), last, found[0]));
        } else {
            List<String> columns = new ArrayList<>(text.by());
            columns.addAll(text.columns().subList(0, text.columns().size() - 1));
            Installation.execute(connection, """
                    insert into %1$s (%2$s, %3$s) select %2$s, 'something else' from %1$s where ctid = '%4$s'
                    """.formatted(text.table(), String.join(", ", columns), last, found[0]));
        }
        // A coding of each revision is sealed with the words that it is of.
        String others = found[1].replaceFirst(" \\d+$", "");
        Set<String> same = table.name().equals("coded_session")
                ? Set.of(text.table() + " " + others + " 1", text.table() + " " + others + " 2")
                : Set.of();
        Kind kind = tampering == Tampering.TEXT_DELETED ? Kind.TEXT_MISSING : Kind.TEXT_CHANGED;
        return new Expected(kind, Set.of(text.table() + " " + found[1]), same);
    }

    /** Of a version whose words nobody erased. */
    private Expected key(Connection connection, Ledger ledger) throws SQLException {
        if (ledger == Ledgers.REPORTING) {
            return tamper(connection, ledger, Tampering.ONE_COLUMN);
        }
        String texts = ledger == Ledgers.INTAKE ? "session_text" : "reported_text";
        String key = Installation.ask(connection, """
                delete from patient_key where (session_id, version) = (
                    select session_id, version from %s t where not exists (
                        select from session_erasure e where e.session_id = t.session_id and e.version > t.version)
                     order by md5(t.ctid::text || %d) limit 1)
                returning session_id || ' ' || version""".formatted(texts, random.nextInt()));
        return new Expected(Kind.COMPANION_MISSING, Set.of("patient_key " + key), Set.of());
    }

    /** What it is now is not sealed: what is judged by it changes. */
    private Expected monitor(Connection connection) throws SQLException {
        String monitor = Installation.ask(
                connection, "select id from monitor order by md5(id || %d) limit 1".formatted(random.nextInt()));
        String change = pick(List.of(
                "status = case status when 'RETIRED' then 'ACTIVE' else 'RETIRED' end",
                "p0 = p0 * (1 + 3e-16)",
                "start_week = '2026-W41'",
                "first_counted_week = '2026-W42'",
                "sup_ln_e = sup_ln_e * (1 + 3e-16)"));
        Installation.execute(connection, "update monitor set %s where id = '%s'".formatted(change, monitor));
        return new Expected(Kind.STATE_DIFFERS, Set.of("monitor " + monitor), Set.of());
    }

    private record Row(long seq, String key) {}

    private List<Row> rows(Connection connection, SealedTable table, int count) throws SQLException {
        return rows(connection, table, "md5(r.%s::text || %d)".formatted(table.seq(), random.nextInt()), count);
    }

    private static List<Row> tail(Connection connection, SealedTable table, int count) throws SQLException {
        return rows(connection, table, "r.xid desc, r.%s desc".formatted(table.seq()), count);
    }

    private static List<Row> rows(Connection connection, SealedTable table, String order, int count)
            throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select r.%s, %s from %s r where %s order by %s limit %d"
                        .formatted(table.seq(), keyOf(table), table.name(), table.only(), order, count))) {
            while (row.next()) {
                rows.add(new Row(row.getLong(1), row.getString(2)));
            }
        }
        assertThat(rows).as(table.name()).hasSize(count);
        return rows;
    }

    private static String keyOf(SealedTable table) {
        return "concat_ws(' ', %s)"
                .formatted(table.key().stream().map(column -> "r." + column).collect(Collectors.joining(", ")));
    }

    private static Set<String> names(SealedTable table, List<Row> rows) {
        return rows.stream().map(row -> table.name() + " " + row.key()).collect(Collectors.toSet());
    }

    /** As little as there is to change in a value of its type. */
    private static void update(Connection connection, String table, String column, String where) throws SQLException {
        String type = Installation.ask(
                connection,
                "select format_type(atttypid, null) from pg_attribute where attrelid = '%s'::regclass and attname = '%s'"
                        .formatted(table, column));
        String value = switch (type) {
            case "text" -> "coalesce(%s || '.', '')";
            case "integer", "bigint", "smallint" -> "coalesce(%s, 0) + 1";
            case "xid8" -> "(%s::text::bigint + 1)::text::xid8";
            case "timestamp with time zone" -> "coalesce(%s, '2026-01-01Z') + interval '1 microsecond'";
            case "date" -> "%s + 1";
            case "boolean" -> "not %s";
            case "double precision" -> "coalesce(%s, 1) * (1 + 3e-16)";
            case "uuid" -> "overlay(%s::text placing 'ffff' from 1)::uuid";
            case "bytea" -> "%s || '\\x00'::bytea";
            case "jsonb" -> "%1$s || case jsonb_typeof(%1$s) when 'array' then '[1]' else '{\"more\": 1}' end::jsonb";
            case "json" -> "json_build_array(%s)";
            case "text[]" -> "%s || 'nausea'::text";
            default -> throw new AssertionError(column + " is of type " + type);
        };
        Installation.execute(
                connection, "update %s set %s = %s %s".formatted(table, column, value.formatted(column), where));
    }

    private static List<Finding> findings(Connection connection, Ledger ledger) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        Verified verified = new VerifyLedger(Installation.KEY, ledger, findings::add)
                .verifyWithin(connection, List.of(HEADS.get(ledger)).iterator());
        assertThat(verified.findings()).isEqualTo(findings.size());
        return findings;
    }

    private static String name(Finding finding) {
        if (finding.table() == null) {
            return finding.kind() == Kind.SEAL_MISSING ? "seal " + finding.position() : finding.row();
        }
        return finding.table() + " " + finding.row();
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Who administers the server can do that too, and then do what they forbid. */
    private static void dropConstraints(Connection connection, Ledger ledger) throws SQLException {
        Installation.execute(connection, "alter table ledger_seal drop constraint ledger_seal_sealed_xid_seq_key");
        for (SealedTable table : ledger.tables()) {
            List<String> all = new ArrayList<>(List.of(table.name()));
            table.texts().forEach(text -> all.add(text.table()));
            for (String name : all) {
                String drops = Installation.ask(connection, """
                        select string_agg(format('alter table %%I drop constraint %%I cascade', conrelid::regclass, conname), ';'
                                          order by contype = 'n')
                          from pg_constraint where conrelid = '%1$s'::regclass and contype <> 't' and not exists (
                               select from pg_attribute where attrelid = conrelid and attnum = conkey[1]
                                  and contype = 'n' and attidentity <> '')
                        """.formatted(name));
                if (drops != null) {
                    Installation.execute(connection, drops);
                }
                String indexes = Installation.ask(connection, """
                        select string_agg(format('drop index %%s', indexrelid::regclass), ';')
                          from pg_index where indrelid = '%s'::regclass and indisunique
                        """.formatted(name));
                if (indexes != null) {
                    Installation.execute(connection, indexes);
                }
            }
        }
    }
}
