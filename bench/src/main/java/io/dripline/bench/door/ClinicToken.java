package io.dripline.bench.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** A token of a clinic, signed by a key of its own, which services check without an issuer. */
final class ClinicToken {

    static final String ISSUER = "https://issuer.bench/realms/dripline";

    private final KeyPair keys;

    ClinicToken() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
    }

    /** As {@code quarkus.oidc.public-key} takes it. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    String of(String clinic) throws GeneralSecurityException {
        Instant now = Instant.now();
        String claims = """
            {"iss": "%s", "aud": "dripline", "sub": "bench", "iat": %d, "exp": %d, "azp": "%4$s", "clinic_id": "%4$s",
             "realm_access": {"roles": ["clinic"]}}
            """.formatted(
                ISSUER, now.getEpochSecond(), now.plus(Duration.ofHours(4)).getEpochSecond(), clinic);
        String signed = encoded("{\"alg\": \"RS256\", \"typ\": \"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + encoded(signature.sign());
    }

    private static String encoded(byte[] part) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(part);
    }
}
