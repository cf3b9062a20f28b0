package io.dripline.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {

    @Test
    void listensOnTheLoopbackAddressAlone() {
        // Given
        var settings = new BrokerSettings(Path.of("data"), 19092, 19093);

        // When
        var properties = settings.properties();

        // Then
        assertThat(properties.getProperty("listeners"))
                .isEqualTo("PLAINTEXT://127.0.0.1:19092,CONTROLLER://127.0.0.1:19093");
    }

    @Test
    void areSettingsThatKafkaAcceptsAndKnows() {
        // Given
        var properties = new BrokerSettings(Path.of("data"), 19092, 19093).properties();

        // When
        var config = KafkaConfig.fromProps(properties, false);

        // Then
        assertThat(config.values().keySet()).containsAll(properties.stringPropertyNames());
    }

    @Test
    void makeNoTopicByGuessing() {
        // Given
        var properties = new BrokerSettings(Path.of("data"), 19092, 19093).properties();

        // When
        var config = KafkaConfig.fromProps(properties, false);

        // Then
        assertThat(config.autoCreateTopicsEnable()).isFalse();
    }

    @Test
    void nameTheArgumentThatIsNotANumber() {
        assertThatThrownBy(() -> BrokerSettings.of(List.of("data", "19092", "nine")))
                .hasMessage("controllerPort is 'nine'; expected a number");
    }

    @Test
    void nameThePortThatIsOutOfRange() {
        assertThatThrownBy(() -> BrokerSettings.of(List.of("data", "70000", "19093")))
                .hasMessage("port is 70000; expected 1 to 65535");
    }

    @Test
    void refuseOnePortForTwoPurposes() {
        assertThatThrownBy(() -> new BrokerSettings(Path.of("data"), 19092, 19092))
                .hasMessageContaining("must differ");
    }

    @Test
    void sayWhatTheCommandLineShouldHold() {
        assertThatThrownBy(() -> BrokerSettings.of(List.of("data")))
                .hasMessageContaining("<data directory> <port> <controller port>");
    }
}
