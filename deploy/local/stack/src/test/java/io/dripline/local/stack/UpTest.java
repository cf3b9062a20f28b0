package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpTest {

    private final String root = Checkout.root().toString();

    @Test
    void runsEveryPartOnTheDataOfTheCheckout() {
        // When
        var config = Up.configuration(List.of(root), Map.of());

        // Then
        assertThat(config).isEqualTo(StackConfig.of(Checkout.root()));
        assertThat(config.parts()).containsExactlyInAnyOrder(Part.values());
    }

    @Test
    void runsSomePartsForATrial() {
        // When
        var config = Up.configuration(List.of(root, "--only", "postgres,kafka"), Map.of());

        // Then
        assertThat(config.parts()).containsExactlyInAnyOrder(Part.POSTGRES, Part.KAFKA);
    }

    @Test
    void namesThePartsWhenOneIsUnknown() {
        assertThatThrownBy(() -> Up.configuration(List.of(root, "--only", "zookeeper"), Map.of()))
                .hasMessageContaining("no part 'zookeeper'")
                .hasMessageContaining("classification");
    }

    @Test
    void refusesAPartWithoutWhatItNeeds() {
        assertThatThrownBy(() -> Up.configuration(List.of(root, "--only", "intake,kafka"), Map.of()))
                .hasMessageContaining("INTAKE needs")
                .hasMessageContaining("POSTGRES");
    }

    @Test
    void showsWhereToSignInAndHowToPostOnThePortsOfThisStack() {
        // Given
        var config = Up.configuration(List.of(root), Map.of("DRIPLINE_PORT_OFFSET", "1000"));

        // When
        var text = Welcome.text(config, Instant.parse("2026-11-22T09:00:00Z"));

        // Then
        assertThat(text)
                .contains("http://127.0.0.1:9080 as officer")
                .contains("http://127.0.0.1:9180/realms/dripline/protocol/openid-connect/token")
                .contains("http://127.0.0.1:9081/sessions")
                .contains("\"startedAt\": \"2026-11-22T09:00:00Z\"");
    }

    @Test
    void sendsPeopleBackToTheDashboardOnThePortsOfThisStack() throws Exception {
        // Given
        var config = Up.configuration(List.of(root), Map.of("DRIPLINE_PORT_OFFSET", "1000"));

        // When
        var realm = new KeycloakLaunch(config, Journal.SILENT).realm();

        // Then
        assertThat(realm).contains("http://127.0.0.1:9080/*").contains("http://localhost:9080/*");
        assertThat(realm).doesNotContain(":8080");
    }
}
