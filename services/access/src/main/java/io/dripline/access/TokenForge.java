package io.dripline.access;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.jwt.build.JwtSignatureBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Tokens as the realm gives them, and all the false ones that somebody could try. */
public final class TokenForge {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final RSAPrivateCrtKey key;
    private final @Nullable String keyId;
    private final String issuer;

    /**
     * @param key the realm's, PKCS #8 in base64
     * @param keyId its name, where the service looks it up by one
     * @param issuer the realm's name
     */
    public TokenForge(String key, @Nullable String keyId, String issuer) {
        this.key = read(key);
        this.keyId = keyId;
        this.issuer = issuer;
    }

    /**
     * The token of a caller; null for whoever has none.
     *
     * @param clinic whose ids are asked for
     */
    public @Nullable String of(Caller caller, String clinic) {
        return switch (caller) {
            case NONE -> null;
            case CLINIC -> sign(clinicClaims(clinic));
            case OTHER_CLINIC -> sign(clinicClaims("access-elsewhere"));
            case OFFICER -> sign(officer());
            case AUDITOR -> sign(person("auditor", "auditor"));
            case VISITOR -> sign(person("visitor", "visitor"));
            case EXPIRED -> sign(clinicClaims(clinic).expiresAt(Instant.now().minus(Duration.ofHours(1))));
            case TAMPERED -> tampered(sign(clinicClaims(clinic)), sign(officer()));
            case WRONG_AUDIENCE -> sign(officer().audience("elsewhere"));
            case WRONG_ISSUER -> sign(officer().issuer("https://elsewhere.test/realms/dripline"));
            case ALGORITHM_NONE -> unsigned(sign(officer()));
            case PUBLIC_KEY_AS_SECRET -> signedByPublicKey(sign(officer()));
        };
    }

    private JwtClaimsBuilder officer() {
        return person("safety-officer", "officer");
    }

    private JwtClaimsBuilder person(String role, String name) {
        return claims(role).claim("preferred_username", name);
    }

    private JwtClaimsBuilder clinicClaims(String clinic) {
        return claims("clinic").claim("clinic_id", clinic).claim("azp", clinic);
    }

    private JwtClaimsBuilder claims(String role) {
        return Jwt.claims()
                .issuer(issuer)
                .audience("dripline")
                .subject("access-" + role)
                .expiresAt(Instant.now().plus(Duration.ofMinutes(10)))
                .claim("realm_access", Map.of("roles", List.of(role)));
    }

    private String sign(JwtClaimsBuilder claims) {
        JwtSignatureBuilder signature = claims.jws();
        if (keyId != null) {
            signature.keyId(keyId);
        }
        return signature.sign((PrivateKey) key);
    }

    /** The first's head and signature around the second's claims. */
    private static String tampered(String signed, String wished) {
        String[] parts = signed.split("\\.", -1);
        return parts[0] + "." + wished.split("\\.", -1)[1] + "." + parts[2];
    }

    private static String unsigned(String wished) {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + wished.split("\\.", -1)[1] + ".";
    }

    private String signedByPublicKey(String wished) {
        String head = keyId == null
                ? "{\"alg\":\"HS256\",\"typ\":\"JWT\"}"
                : "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"%s\"}".formatted(keyId);
        String signed = encoded(head) + "." + wished.split("\\.", -1)[1];
        try {
            byte[] open = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                    .getEncoded();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(open, "HmacSHA256"));
            return signed + "." + BASE64.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static RSAPrivateCrtKey read(String key) {
        try {
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
