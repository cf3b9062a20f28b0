package io.dripline.intake.privacy;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes (HMAC-SHA256), so that what they stand for cannot be found by trying. */
@Startup
@Singleton
public class KeyedHashes {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 32;

    private final SecretKeySpec pseudonymKey;
    private final SecretKeySpec contentKey;

    KeyedHashes(PrivacyConfig config) {
        byte[] key = decoded(config.pseudonymKey().strip());
        if (key.length < SHORTEST_KEY) {
            throw new IllegalStateException(
                    "dripline.intake.pseudonym-key: expected at least %d bytes as base64 or text, found %d"
                            .formatted(SHORTEST_KEY, key.length));
        }
        pseudonymKey = new SecretKeySpec(key, ALGORITHM);
        // One secret, two keys: a pseudonym must never be the hash of a content.
        contentKey = new SecretKeySpec(
                hash(pseudonymKey, "dripline content key".getBytes(StandardCharsets.UTF_8)), ALGORITHM);
    }

    /**
     * What stands for a patient: 64 lower-case hex digits. The same code at two clinics is two patients; codes that
     * differ only in outer spaces or in how an accent is composed are one.
     */
    public String pseudonym(String clinic, String patientCode) {
        String code = Normalizer.normalize(patientCode.strip(), Normalizer.Form.NFC);
        return HexFormat.of().formatHex(hash(pseudonymKey, (clinic + "\n" + code).getBytes(StandardCharsets.UTF_8)));
    }

    /** What stands for a content in its canonical form: 32 bytes. */
    public byte[] contentHash(byte[] canonical) {
        return hash(contentKey, canonical);
    }

    private static byte[] hash(SecretKeySpec key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is missing from this Java", e);
        }
    }

    /** A text may happen to be base64 of too little; then it is meant as text. */
    private static byte[] decoded(String key) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return bytes.length >= SHORTEST_KEY ? bytes : text;
        } catch (IllegalArgumentException notBase64) {
            return text;
        }
    }
}
