package io.dripline.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.ledger.LedgerKey;
import io.dripline.ledger.Ledgers;
import io.dripline.ledger.SealRows;
import io.dripline.local.stack.Checkout;
import io.dripline.local.stack.Journal;
import io.dripline.local.stack.LocalStack;
import io.dripline.local.stack.Migrations;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on the local stack's PostgreSQL, with the roles and tables of all three services. */
class AuditIT {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path data;

    @Test
    void namesWhatIsNotAsItWasSealed() throws Exception {
        // Given
        var config = StackConfig.of(Checkout.root())
                .withData(data)
                .withPorts(Ports.free())
                .withParts(Set.of(Part.POSTGRES));
        try (var stack = new LocalStack(config, Journal.SILENT)) {
            stack.start();
            for (var ledger : Ledgers.ALL) {
                try (var owner =
                        connect(config, ledger.name(), ledger.name() + "_owner", "local-" + ledger.name() + "-owner")) {
                    for (var migration : Migrations.of(ledger.name())) {
                        execute(owner, Files.readString(migration));
                    }
                }
            }
            write(config, 1, 4);
            var audit = new Audit(config, Map.of(), new PrintStream(said, true));

            // When, then
            assertThat(audit.verify(List.of())).isTrue();
            assertThat(saying())
                    .contains("intake: 4 seals; every row is what was sealed; no row awaits its seal; no head was kept")
                    .contains("reporting: 0 seals");

            // When, then
            audit.printHeads();
            var heads = Files.writeString(data.resolve("heads"), saying());
            assertThat(Files.readAllLines(heads)).singleElement().asString().startsWith("head intake 4 ");

            // When, then
            try (var administrator = connect(config, "intake", "postgres", "")) {
                execute(administrator, "update tally set sessions_performed = 7 where seq = 2");
                execute(administrator, "delete from tally where seq > 2");
                execute(administrator, "delete from ledger_seal where position > 2");
            }
            assertThat(audit.verify(List.of(heads))).isFalse();
            assertThat(saying())
                    .contains(
                            "intake: tally clinic-north 2026-11-02 2 (seal 2): the row is not what was sealed [ROW_CHANGED]",
                            "intake: tally clinic-north 2026-11-04 4 (seal 4): a head that was kept lies behind the end",
                            "intake: 2 seals; 2 things are not what was sealed; no row awaits its seal; heads compared: 1");

            // When, then
            assertThat(audit.verify(List.of()))
                    .as("without the heads the tail is not missed")
                    .isFalse();
            assertThat(saying()).contains("intake: 2 seals; 1 things are not what was sealed");
        }
    }

    private String saying() {
        var text = said.toString();
        said.reset();
        return text;
    }

    private static void write(StackConfig config, int from, int to) throws SQLException {
        try (var service = connect(config, "intake", "intake", "local-intake")) {
            execute(service, """
                    insert into tally (clinic, date, sessions_performed, who, stated_at)
                    select 'clinic-north', date '2026-11-01' + n - 1, n, 'ada', now() from generate_series(%d, %d) n
                    """.formatted(from, to));
            new SealRows(LedgerKey.of(StackConfig.LEDGER_KEY), Ledgers.INTAKE, service, Clock.systemUTC()).seal(100);
        }
    }

    private static Connection connect(StackConfig config, String database, String role, String password)
            throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(config.ports().postgres(), database), role, password);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
