package io.dripline.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The three services' databases in a real PostgreSQL, each migrated by its owner, with the roles that an installation has. */
final class Installation implements AutoCloseable {

    static final LedgerKey KEY = LedgerKey.of("a key of tests, long enough for it");

    private static final Path SERVICES = Path.of("..").toAbsolutePath().normalize();

    private final EmbeddedPostgres postgres;

    private Installation(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static Installation start() throws IOException, SQLException {
        Installation installation = new Installation(EmbeddedPostgres.builder().start());
        try (Connection connection = installation.postgres.getPostgresDatabase().getConnection()) {
            for (Ledger ledger : Ledgers.ALL) {
                execute(connection, "create role %s login".formatted(ledger.name()));
                execute(connection, "create role %s_owner login".formatted(ledger.name()));
                execute(connection, "create database %1$s owner %1$s_owner".formatted(ledger.name()));
            }
        }
        for (Ledger ledger : Ledgers.ALL) {
            try (Connection connection = installation.asOwner(ledger)) {
                for (Path migration : migrations(ledger)) {
                    execute(connection, Files.readString(migration));
                }
            }
        }
        return installation;
    }

    Connection asOwner(Ledger ledger) throws SQLException {
        return database(ledger, ledger.name() + "_owner").getConnection();
    }

    Connection asService(Ledger ledger) throws SQLException {
        return serviceOf(ledger).getConnection();
    }

    /** Whoever administers the server: no trigger and no grant is in the way. */
    Connection asAdministrator(Ledger ledger) throws SQLException {
        Connection connection = database(ledger, "postgres").getConnection();
        execute(connection, "set session_replication_role = replica");
        return connection;
    }

    DataSource serviceOf(Ledger ledger) {
        return database(ledger, ledger.name());
    }

    private DataSource database(Ledger ledger, String role) {
        return postgres.getDatabase(role, ledger.name());
    }

    /** Everything that is committed. */
    Head seal(Ledger ledger) throws SQLException {
        try (Connection connection = asService(ledger)) {
            SealRows rows = new SealRows(KEY, ledger, connection, Clock.systemUTC());
            while (rows.seal(100) > 0) {
                // Until nothing is left.
            }
            return rows.head().orElseThrow();
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private static List<Path> migrations(Ledger ledger) throws IOException {
        try (Stream<Path> relay = Files.list(SERVICES.resolve("relay/src/main/resources/db/relay"));
                Stream<Path> own = Files.list(SERVICES.resolve(ledger.name() + "/src/main/resources/db/migration"))) {
            return Stream.concat(relay, own)
                    .sorted(Comparator.comparingDouble(Installation::version))
                    .toList();
        }
    }

    /** {@code V6_2__} is version 6.2. Migrations in Java move rows of before, and here there are none. */
    private static double version(Path migration) {
        String name = migration.getFileName().toString();
        return name.startsWith("R__")
                ? Double.MAX_VALUE
                : Double.parseDouble(name.replaceFirst("^V([\\d_]+)__.*", "$1").replace('_', '.'));
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
