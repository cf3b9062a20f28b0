package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The statements of the operator's page, one after the other, on the real PostgreSQL with the services' own tables. */
class OperatingPageIT {

    private static final List<String> SERVICES = List.of("intake", "classification", "reporting");

    /** The relays of each, as they name their positions. */
    private static final Map<String, List<String>> RELAYS = Map.of(
            "intake", List.of("clinic-weeks", "sessions-reported"),
            "classification", List.of("coded_session"),
            "reporting", List.of("alerts"));

    /** One row of each table that a relay publishes from for the count. */
    private static final Map<String, String> LEDGERS = Map.of("intake", """
            insert into session_version (session_id, version, status, clinic, reference, patient, content, who,
                content_hash, first_received_at, received_at)
            values (gen_random_uuid(), 1, 'ACTIVE', 'a clinic', 'a reference', repeat('0', 64),
                '{"attributes": {"startedAt": "2026-11-22T09:00:00+11:00"}}', 'a clinic', '', now(), now())
            """, "classification", """
            insert into coded_session (session_id, version, coding_revision, status, clinic, patient, attributes, events,
                first_received_at, received_at, vocabulary)
            values (gen_random_uuid(), 1, 1, 'ACTIVE', 'a clinic', repeat('0', 64), '{}', '[]', now(), now(), 'any')
            """);

    @TempDir
    private Path directory;

    @Test
    void theStatementsMakeANewGenerationAndPublishAllAgain() throws Exception {
        // Given
        var config = StackConfig.of(Checkout.root())
                .withData(directory.resolve("data"))
                .withPorts(Ports.free())
                .withParts(Set.of(Part.POSTGRES));
        try (var stack = new LocalStack(config, Journal.SILENT)) {
            stack.start();
            for (var service : SERVICES) {
                for (var migration : Migrations.of(service)) {
                    execute(config, service, Files.readString(migration));
                }
            }
            for (var table : LEDGERS.entrySet()) {
                execute(config, table.getKey(), table.getValue());
            }
            for (var relay : RELAYS.entrySet()) {
                for (var name : relay.getValue()) {
                    execute(
                            config,
                            relay.getKey(),
                            "insert into relay_position (name, xid, seq) values ('%s', '7', 7)".formatted(name));
                }
            }

            // When
            var answers = new LinkedHashMap<Statement, String>();
            for (var statement : statements()) {
                answers.put(statement, execute(config, statement.database(), statement.sql()));
            }

            // Then
            assertThat(answers).hasSizeGreaterThan(6);
            assertThat(answers.entrySet().stream()
                            .filter(answer -> answer.getKey().sql().startsWith("select "))
                            .map(answer -> answer.getKey().database() + " " + answer.getValue()))
                    .as("the generation that is shown, and the one row that is to be published by each")
                    .containsExactly("reporting 1", "intake 1", "classification 1");
            assertThat(execute(config, "reporting", "select complete from generation where id = 2"))
                    .isEqualTo("t");
            for (var service : SERVICES) {
                assertThat(execute(
                                config,
                                service,
                                "select string_agg(distinct xid || ' ' || seq, ', ') from relay_position"))
                        .isEqualTo("0 0");
            }
            for (var statement : answers.keySet()) {
                if (statement.sql().startsWith("select count(*)")) {
                    var table = statement.sql().replaceFirst("(?s).*? from (\\w+) .*", "$1");
                    execute(
                            config,
                            statement.database(),
                            "update relay_position set (xid, seq) = (select xid, seq from " + table + ")");
                    assertThat(execute(config, statement.database(), statement.sql()))
                            .as("once the relay is at the row")
                            .isEqualTo("0");
                }
            }
        }
    }

    private record Statement(String database, String sql) {}

    private List<Statement> statements() throws IOException, InterruptedException {
        var statements = new ArrayList<Statement>();
        var page = OperatingPage.read();
        page.spans().stream()
                .filter(span -> span.startsWith("select ") && span.contains(" from generation "))
                .forEach(span -> statements.add(new Statement("reporting", span)));
        assertThat(statements).hasSize(1);
        for (var script : page.scripts().toList()) {
            var room = Files.createTempDirectory(directory, "run");
            OperatingPage.run(script, room).calls().stream()
                    .filter(call -> call.words().contains("psql"))
                    .forEach(call -> statements.add(new Statement(call.after("-d"), call.after("-c"))));
        }
        return statements;
    }

    /** Its one answer; empty where it asks for none. */
    private static String execute(StackConfig config, String database, String sql) throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(config.ports().postgres(), database);
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            var rows = statement.getResultSet();
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
