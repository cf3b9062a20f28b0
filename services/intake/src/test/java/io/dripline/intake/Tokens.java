package io.dripline.intake;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Tokens as the realm would issue them. */
public final class Tokens {

    static final String ISSUER = "https://issuer.test/realms/dripline";
    static final String KEY = "test.token.key";

    private Tokens() {}

    public static String clinic(String clinic) {
        return sign(claims("clinic").claim("clinic_id", clinic).claim("azp", clinic), privateKey());
    }

    public static String person(String role, String name) {
        return sign(claims(role).claim("preferred_username", name), privateKey());
    }

    public static String clinicWithoutId() {
        return sign(claims("clinic").claim("azp", "stray"), privateKey());
    }

    public static String expired(String clinic) {
        return sign(
                claims("clinic")
                        .claim("clinic_id", clinic)
                        .expiresAt(Instant.now().minus(Duration.ofHours(1))),
                privateKey());
    }

    public static String forAnotherAudience(String clinic) {
        return sign(claims("clinic").claim("clinic_id", clinic).audience("elsewhere"), privateKey());
    }

    public static String fromAnotherIssuer(String clinic) {
        return sign(claims("clinic").claim("clinic_id", clinic).issuer("https://elsewhere"), privateKey());
    }

    public static String signedByAnother(String clinic) {
        return sign(claims("clinic").claim("clinic_id", clinic), newKeys().getPrivate());
    }

    /** Makes the pair of keys; the public one is returned. */
    static String createKey() {
        KeyPair keys = newKeys();
        System.setProperty(
                KEY, Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    private static JwtClaimsBuilder claims(String role) {
        return Jwt.claims()
                .issuer(ISSUER)
                .audience("dripline")
                .subject("subject")
                .expiresAt(Instant.now().plus(Duration.ofHours(1)))
                .claim("realm_access", Map.of("roles", List.of(role)));
    }

    private static String sign(JwtClaimsBuilder claims, PrivateKey key) {
        return claims.jws().sign(key);
    }

    private static PrivateKey privateKey() {
        try {
            byte[] key = Base64.getDecoder().decode(System.getProperty(KEY));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
