package io.dripline.intake;

import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.common.KafkaClusterConfig;
import io.kroxylicious.testing.kafka.common.KafkaClusterFactory;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** PostgreSQL behind a wire that counts, a broker, and the key that tokens are checked with; one of each. */
public class Surroundings implements QuarkusTestResourceLifecycleManager {

    private EmbeddedPostgres postgres;
    private CountingWire wire;
    private KafkaCluster kafka;

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder().start();
            createDatabase();
            wire = CountingWire.to(postgres.getPort());
            kafka = KafkaClusterFactory.create(KafkaClusterConfig.builder()
                    .brokersNum(1)
                    .brokerConfig("auto.create.topics.enable", "false")
                    .build());
            kafka.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.datasource.jdbc.url", url(wire.port()));
        config.put("kafka.bootstrap.servers", kafka.getBootstrapServers());
        config.put("quarkus.oidc.public-key", Tokens.createKey());
        config.put("quarkus.oidc.token.issuer", Tokens.ISSUER);
        config.put("test.database", url(postgres.getPort()));
        config.put("dripline.ledger.interval", "PT0.05S");
        // Tests look themselves, so that round trips are a door's own.
        config.put("dripline.progress.interval", "PT1H");
        config.put("dripline.erasures.file", "target/erasures-%d.jsonl".formatted(postgres.getPort()));
        return config;
    }

    @Override
    public void stop() {
        try (EmbeddedPostgres closingPostgres = postgres;
                CountingWire closingWire = wire;
                KafkaCluster closingKafka = kafka) {
            System.clearProperty(Tokens.KEY);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role intake login password 'local-intake'");
            statement.execute("create role intake_owner login password 'local-intake-owner'");
            statement.execute("create database intake owner intake_owner");
        }
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:%d/intake?sslmode=disable&gssEncMode=disable".formatted(port);
    }
}
