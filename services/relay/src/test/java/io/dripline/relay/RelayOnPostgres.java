package io.dripline.relay;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Relays of a table of notes in a real PostgreSQL; the broker alone is a stand-in, which fails as it is told. */
abstract class RelayOnPostgres {

    static EmbeddedPostgres postgres;
    static DataSource database;

    final Broker broker = new Broker();
    private final List<Relay> relays = new ArrayList<>();

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        database = postgres.getPostgresDatabase();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void emptyTables() throws Exception {
        try (InputStream migration = RelayOnPostgres.class.getResourceAsStream("/db/relay/V0__relay_position.sql")) {
            execute("drop table if exists note, relay_position;" + Notes.TABLE
                    + new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @AfterEach
    void stopRelays() {
        relays.forEach(Relay::close);
    }

    static void setBack() {
        execute("update relay_position set xid = '0', seq = 0");
    }

    Relay startRelay(String... settings) {
        Relay relay = relay(settings);
        relay.start();
        return relay;
    }

    Relay relay(String... settings) {
        return relay(database, settings);
    }

    Relay relay(DataSource database, String... settings) {
        return relay(database, new Notes(), settings);
    }

    Relay relay(DataSource database, RelaySource source, String... settings) {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder()
                .withMapping(RelayConfig.class)
                .withDefaultValue("dripline.relay.takeover-poll", "PT0.05S");
        for (int i = 0; i < settings.length; i += 2) {
            config.withDefaultValue(settings[i], settings[i + 1]);
        }
        Relay relay =
                new Relay(database, source, broker.emitter(), config.build().getConfigMapping(RelayConfig.class));
        relays.add(relay);
        return relay;
    }

    static void write(String... contents) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Notes.write(connection, contents);
        }
    }

    static void killRelayConnections() {
        execute(
                "select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()");
    }

    static void execute(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
