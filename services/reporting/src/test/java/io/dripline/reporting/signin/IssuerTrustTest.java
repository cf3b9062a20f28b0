package io.dripline.reporting.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An issuer that people can sign in at is not taken for one that is away because an authority of the installation's own signs for it. */
class IssuerTrustTest {

    @Test
    void isThatOfTheSignInUnlessItIsSetApart() throws IOException {
        assertThat(trust(Map.of())).isEmpty();
        assertThat(trust(Map.of("quarkus.oidc.tls.tls-configuration-name", "own")))
                .contains("own");
        assertThat(trust(Map.of(
                        "quarkus.oidc.tls.tls-configuration-name", "own",
                        "quarkus.rest-client.issuer.tls-configuration-name", "apart")))
                .contains("apart");
    }

    private static Optional<String> trust(Map<String, String> given) throws IOException {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(
                        new PropertiesConfigSource(
                                Path.of("src/main/resources/application.properties")
                                        .toUri()
                                        .toURL(),
                                100),
                        new PropertiesConfigSource(given, "given", 300))
                .build()
                .getOptionalValue("quarkus.rest-client.issuer.tls-configuration-name", String.class);
    }
}
