package io.dripline.reporting;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Bearer tokens as the realm gives them, signed with the key that {@link Servers} told the service. */
public final class Tokens {

    static final String KEY_ID = "test";
    static final KeyPair KEYS = generate();

    private Tokens() {}

    public static String officer() {
        return sign(Map.of(), "safety-officer");
    }

    public static String auditor() {
        return sign(Map.of(), "auditor");
    }

    public static String clinic(String id) {
        return sign(Map.of("clinic_id", id), "clinic");
    }

    /** A token with these claims and roles. */
    public static String sign(Map<String, String> claims, String... roles) {
        return sign(Duration.ofMinutes(10), claims, roles);
    }

    /** A token that expires after {@code life}. */
    public static String sign(Duration life, Map<String, String> claims, String... roles) {
        var token = Jwt.issuer(config("quarkus.oidc.auth-server-url"))
                .subject("test")
                .audience("dripline")
                .claim("realm_access", Map.of("roles", List.of(roles)));
        claims.forEach(token::claim);
        return token.expiresIn(life).jws().keyId(KEY_ID).sign(key());
    }

    static String privateKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPrivate().getEncoded());
    }

    /** The servers are started by another class loader than the tests, so the key travels as configuration. */
    private static PrivateKey key() {
        byte[] encoded = Base64.getDecoder().decode(config("dripline.test.private-key"));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String config(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
