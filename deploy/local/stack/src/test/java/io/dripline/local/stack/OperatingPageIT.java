package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The statements of the operator's page, one after the other, on the real PostgreSQL with the services' own tables. */
class OperatingPageIT {

    private static final List<String> SERVICES = List.of("intake", "classification", "reporting");

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
                for (var migration : migrations(service)) {
                    execute(config, service, Files.readString(migration));
                }
                execute(config, service, "insert into relay_position (name, xid, seq) values ('a relay', '7', 7)");
            }

            // When
            var statements = statements();
            for (var statement : statements) {
                execute(config, statement.database(), statement.sql());
            }

            // Then
            assertThat(statements).hasSizeGreaterThan(6);
            assertThat(answer(config, "reporting", "select complete from generation where id = 2"))
                    .isEqualTo("t");
            for (var service : SERVICES) {
                assertThat(answer(config, service, "select xid || ' ' || seq from relay_position"))
                        .isEqualTo("0 0");
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

    private static List<Path> migrations(String service) throws IOException {
        var services = Checkout.root().resolve("services");
        try (var relay = Files.list(services.resolve("relay/src/main/resources/db/relay"));
                var own = Files.list(services.resolve(service + "/src/main/resources/db/migration"))) {
            return Stream.concat(relay, own)
                    .sorted(Comparator.comparingInt(file ->
                            Integer.parseInt(file.getFileName().toString().replaceFirst("^V(\\d+)__.*", "$1"))))
                    .toList();
        }
    }

    private static void execute(StackConfig config, String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url(config, database), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answer(StackConfig config, String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url(config, database), "postgres", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static String url(StackConfig config, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(config.ports().postgres(), database);
    }
}
