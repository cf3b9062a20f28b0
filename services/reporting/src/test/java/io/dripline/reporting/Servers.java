package io.dripline.reporting;

import io.dripline.contracts.Topics;
import io.dripline.relay.EnsureTopics;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.common.KafkaClusterConfig;
import io.kroxylicious.testing.kafka.common.KafkaClusterFactory;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.interfaces.RSAPublicKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, Kafka, an issuer of tokens and answers of the other services, for tests of the whole service. */
public final class Servers implements QuarkusTestResourceLifecycleManager {

    private @Nullable EmbeddedPostgres postgres;
    private @Nullable Gate gate;
    private @Nullable KafkaCluster kafka;
    private @Nullable Realm realm;
    private @Nullable PastDoor past;
    private @Nullable PeerDoor classification;
    private @Nullable PeerDoor intake;
    private @Nullable IntakeDoor clinicsIntake;

    @Override
    public Map<String, String> start() {
        EmbeddedPostgres startedPostgres = startPostgres();
        postgres = startedPostgres;
        Gate openGate = gateTo(startedPostgres);
        gate = openGate;
        KafkaCluster startedKafka = KafkaClusterFactory.create(
                KafkaClusterConfig.builder().brokersNum(1).kraftMode(true).build());
        kafka = startedKafka;
        startedKafka.start();
        new EnsureTopics(startedKafka.getKafkaClientConfiguration(), 1).tables(Topics.INCIDENCE, Topics.CLINIC_WEEKS);
        Map<String, String> config = new HashMap<>();
        config.put(
                "quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:%d/reporting".formatted(openGate.port()));
        config.put("test.database", "jdbc:postgresql://127.0.0.1:%d/reporting".formatted(startedPostgres.getPort()));
        config.put("dripline.ledger.interval", "PT0.05S");
        config.put("kafka.bootstrap.servers", startedKafka.getBootstrapServers());
        config.put("quarkus.http.test-port", "0");
        config.put("dripline.incidence.topic-check", "500ms");
        config.put("dripline.completeness.check", "500ms");
        Realm startedRealm = new Realm((RSAPublicKey) Tokens.KEYS.getPublic());
        realm = startedRealm;
        config.put("quarkus.oidc.auth-server-url", startedRealm.url());
        PastDoor startedPast = new PastDoor();
        past = startedPast;
        config.put("dripline.classification.url", startedPast.url());
        config.put("quarkus.rest-client.classification.read-timeout", "3000");
        PeerDoor startedClassification = new PeerDoor("classification");
        classification = startedClassification;
        PeerDoor startedIntake = new PeerDoor("intake");
        intake = startedIntake;
        config.put("quarkus.rest-client.reviews.url", startedClassification.url());
        config.put("quarkus.rest-client.cases.url", startedClassification.url());
        config.put("quarkus.rest-client.codingledger.url", startedClassification.url());
        config.put("quarkus.rest-client.reportledger.url", startedIntake.url());
        for (String client : List.of("cases", "reviews", "codingledger", "reportledger")) {
            config.put("quarkus.rest-client.%s.read-timeout".formatted(client), "1000");
        }
        IntakeDoor startedClinicsIntake = new IntakeDoor();
        clinicsIntake = startedClinicsIntake;
        config.put("dripline.intake.url", startedClinicsIntake.url());
        config.put("quarkus.rest-client.intake.read-timeout", "3000");
        config.put("dripline.superseding.interval", "200ms");
        config.put("dripline.superseding.longest-pause", "400ms");
        config.put("dripline.test.private-key", Tokens.privateKey());
        return config;
    }

    @Override
    public void stop() {
        try {
            if (kafka != null) {
                kafka.close();
            }
            if (past != null) {
                past.close();
            }
            if (classification != null) {
                classification.close();
            }
            if (intake != null) {
                intake.close();
            }
            if (clinicsIntake != null) {
                clinicsIntake.close();
            }
            if (realm != null) {
                realm.close();
            }
            if (gate != null) {
                gate.close();
            }
            if (postgres != null) {
                postgres.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("the test's servers did not stop", e);
        }
    }

    private static Gate gateTo(EmbeddedPostgres postgres) {
        try {
            return Gate.to(postgres.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the roles that an installation has. */
    private static EmbeddedPostgres startPostgres() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role reporting login password 'local-reporting'");
                statement.execute("create role reporting_owner login password 'local-reporting-owner'");
                statement.execute("create database reporting owner reporting_owner");
            }
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
