package io.dripline.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefuseKnownSecretsTest {

    @ParameterizedTest
    @CsvSource({
        "quarkus.datasource.password, local-intake",
        "quarkus.oidc.credentials.secret, local-dripline-reporting",
        "dripline.intake.pseudonym-key, local-pseudonym-key-for-development-only",
        "dripline.intake.pseudonym-key, change-me-to-at-least-32-characters",
        "quarkus.mailer.password, change-me",
        "QUARKUS_DATASOURCE_PASSWORD, local-intake",
        "kafka.sasl.password, local"
    })
    void namesASecretThatStandsInTheRepository(String name, String value) {
        SmallRyeConfig config = config(Map.of(name, value));

        assertThat(RefuseKnownSecrets.knownToAll(config)).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.datasource.password, hJ3kq8",
        "dripline.instance, local-1",
        "quarkus.datasource.username, local-intake",
        "dripline.keyring, local-x",
        "quarkus.mailer.password, ${never.given}"
    })
    void isContentWithTheRest(String name, String value) {
        SmallRyeConfig config = config(Map.of(name, value));

        assertThat(RefuseKnownSecrets.knownToAll(config)).isEmpty();
    }

    /** As a container engine or an orchestrator mounts secrets: a file each, named as the setting. */
    @Test
    void readsSecretsFromADirectory(@TempDir Path secrets) throws IOException {
        Files.writeString(secrets.resolve("quarkus.datasource.password"), "local-intake");
        Files.writeString(secrets.resolve("dripline.intake.pseudonym-key"), "a-key-that-only-this-file-has");

        SmallRyeConfig config = config(Map.of("smallrye.config.source.file.locations", secrets.toString()));

        assertThat(config.getValue("dripline.intake.pseudonym-key", String.class))
                .isEqualTo("a-key-that-only-this-file-has");
        assertThat(RefuseKnownSecrets.knownToAll(config)).containsExactly("quarkus.datasource.password");
    }

    private static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredSources()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }
}
