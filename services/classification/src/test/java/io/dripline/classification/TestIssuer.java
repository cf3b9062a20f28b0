package io.dripline.classification;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Signs tokens shaped like the realm's, with a key of its own that the service under test trusts. */
public final class TestIssuer implements QuarkusTestResourceLifecycleManager {

    static final String NAME = "https://issuer.test/realms/dripline";

    @Override
    public Map<String, String> start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair keys = generator.generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return Map.of(
                    "quarkus.oidc.auth-server-url",
                    "",
                    "quarkus.oidc.token.issuer",
                    NAME,
                    "quarkus.oidc.public-key",
                    base64.encodeToString(keys.getPublic().getEncoded()),
                    "smallrye.jwt.sign.key",
                    base64.encodeToString(keys.getPrivate().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {}

    /** A valid token of somebody who has these roles. */
    public static String tokenOf(String... roles) {
        return claims(roles).audience("dripline").sign();
    }

    /** As {@link #tokenOf}, but meant for another service. */
    public static String tokenForElsewhere(String... roles) {
        return claims(roles).audience("elsewhere").sign();
    }

    private static JwtClaimsBuilder claims(String... roles) {
        return Jwt.claim("realm_access", Map.of("roles", List.of(roles)))
                .issuer(NAME)
                .subject("somebody")
                .expiresIn(Duration.ofMinutes(5));
    }
}
