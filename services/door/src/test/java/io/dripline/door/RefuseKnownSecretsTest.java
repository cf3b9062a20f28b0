package io.dripline.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
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
        "kafka.sasl.password, local",
        "DRIPLINE_LEDGER_KEY, change-me-to-at-least-32-characters",
        "DRIPLINE_FREE_TEXT_KEYS, change-me-to-at-least-32-characters",
        "DRIPLINE_WORDS_KEYS, local-words-key-for-development-only",
        "dripline.free-text.keys[1], local-key",
        "DRIPLINE_INTAKE_LATER_PSEUDONYM_KEYS, 'a-key-of-its-own-with-32-characters,"
                + " change-me-to-at-least-32-characters'",
        "KAFKA_SASL_JAAS_CONFIG, 'x.PlainLoginModule required username=\"intake\" password=\"change-me\";'",
        "kafka.sasl.jaas.config, 'x.PlainLoginModule required username=intake password=local-intake;'"
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
        "dripline.free-text.keys, 'one-key-that-is-not-local,another'",
        "kafka.sasl.jaas.config, 'x.PlainLoginModule required username=\"local-intake\" password=\"hJ3kq8\";'",
        "quarkus.mailer.password, ${never.given}",
        "'%dev,test.dripline.ledger.key', local-ledger-key-for-development-only"
    })
    void isContentWithTheRest(String name, String value) {
        SmallRyeConfig config = config(Map.of(name, value));

        assertThat(RefuseKnownSecrets.knownToAll(config)).isEmpty();
    }

    /** The file that everybody copies: what it says must be replaced is found where it was not. */
    @Test
    void namesEachLineOfTheExampleThatMustBeReplaced() throws IOException {
        Map<String, String> lines = Files.readAllLines(Path.of("../../.env.example")).stream()
                .filter(line -> line.contains("=change-me"))
                .collect(Collectors.toMap(
                        line -> line.replaceFirst("=.*", ""), line -> line.replaceFirst("[^=]*=", "")));

        assertThat(lines).hasSizeGreaterThan(8);
        assertThat(RefuseKnownSecrets.knownToAll(config(lines))).containsAll(lines.keySet());
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
