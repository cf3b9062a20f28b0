package io.dripline.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;

/** The compose file's settings of Kafka, read by the real broker of the same version. */
class ComposeBrokerTest {

    private static final Path FILE = Path.of("../../../docker-compose.yml");

    @Test
    void areSettingsThatKafkaAcceptsAndKnows() throws IOException {
        // Given
        var properties = properties();

        // When
        var config = KafkaConfig.fromProps(properties, false);

        // Then
        assertThat(config.values().keySet()).containsAll(properties.stringPropertyNames());
    }

    @Test
    void areThoseOfTheLocalBrokerWhereTheyDecideWhatIsKept() throws IOException {
        // Given
        var local = new BrokerSettings(Path.of("data"), 19092, 19093).properties();

        // When
        var properties = properties();

        // Then
        assertThat(properties)
                .containsEntry("auto.create.topics.enable", local.get("auto.create.topics.enable"))
                .containsEntry("transaction.state.log.min.isr", local.get("transaction.state.log.min.isr"))
                .containsEntry("offsets.topic.replication.factor", local.get("offsets.topic.replication.factor"));
    }

    /** As the image's start script makes them of its variables: KAFKA_NODE_ID is node.id. */
    private static Properties properties() throws IOException {
        var properties = new Properties();
        var file = Files.readString(FILE);
        Pattern.compile("(?m)^      KAFKA_([A-Z_]+): \"?(.*?)\"?$")
                .matcher(file.substring(file.indexOf("\n  kafka:"), file.indexOf("\n  keycloak:")))
                .results()
                .forEach(setting ->
                        properties.put(setting.group(1).toLowerCase(Locale.ROOT).replace('_', '.'), setting.group(2)));
        assertThat(properties).isNotEmpty();
        return properties;
    }
}
