package io.dripline.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's way to Kafka's programs: the settings that they are given open the real broker's door. */
class AsOperatorTest {

    private static final Path SCRIPT = Path.of("../../images/kafka/as-operator.sh");

    @TempDir
    private Path directory;

    @Test
    void givesKafkasProgramsSettingsThatTheBrokerTakes() throws Exception {
        var program = Files.createDirectories(directory.resolve("bin")).resolve("kafka-topics.sh");
        // In place of Kafka's own it tells what it was given.
        Files.writeString(program, """
            #!/bin/bash
            echo "# $1 $2 $5"
            cat "$4"
            """);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        try (var broker = SecuredBroker.start(directory)) {
            var operator = broker.clientOf("operator");
            var builder = new ProcessBuilder("bash", SCRIPT.toString(), "kafka-topics.sh", "--list")
                    .redirectErrorStream(true);
            builder.environment()
                    .putAll(Map.of(
                            "KAFKA_PROGRAMS", program.getParent().toString(),
                            "KAFKA_AUTHORITY", String.valueOf(operator.get("ssl.truststore.location")),
                            "KAFKA_BOOTSTRAP_SERVERS", String.valueOf(operator.get("bootstrap.servers")),
                            "KAFKA_OPERATOR_PASSWORD", "of-operator"));
            var process = builder.start();

            var said = new String(process.getInputStream().readAllBytes());

            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said).startsWith("# --bootstrap-server %s --list".formatted(operator.get("bootstrap.servers")));
            var given = new Properties();
            given.load(new StringReader(said));
            Map<String, Object> settings = new HashMap<>();
            settings.put("bootstrap.servers", operator.get("bootstrap.servers"));
            given.stringPropertyNames().forEach(name -> settings.put(name, given.getProperty(name)));
            try (var admin = Admin.create(settings)) {
                assertThat(admin.createAcls(AccessControl.read()).all().get()).isNull();
                assertThat(admin.listTopics().names().get()).isEmpty();
            }
        }
    }
}
