package io.dripline.privacy.hash;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that makes keyed hashes (HMAC-SHA256, RFC 2104). Thread-safe. */
public final class HashKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 32;

    /** Never used itself, but copied: to look one up and to take the key in costs more than a short content. */
    private final Mac keyed;

    private HashKey(byte[] key) {
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is missing from this Java", e);
        }
    }

    /**
     * The key that a text stands for.
     *
     * @param secret at least 32 bytes, as base64 or else taken as text
     * @throws IllegalArgumentException if it is shorter
     */
    public static HashKey of(String secret) {
        byte[] bytes = decoded(secret.strip());
        if (bytes.length < SHORTEST) {
            throw new IllegalArgumentException(
                    "expected at least %d bytes as base64 or text, found %d".formatted(SHORTEST, bytes.length));
        }
        return new HashKey(bytes);
    }

    /** A key for another purpose: what it makes is never what this one makes. */
    public HashKey derive(String purpose) {
        return new HashKey(hash(purpose.getBytes(StandardCharsets.UTF_8)));
    }

    /** 32 bytes. */
    public byte[] hash(byte[] content) {
        try {
            return ((Mac) keyed.clone()).doFinal(content);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(ALGORITHM + " of this Java cannot be copied", e);
        }
    }

    /** A text may happen to be base64 of too little; then it is meant as text. */
    private static byte[] decoded(String secret) {
        byte[] text = secret.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return bytes.length >= SHORTEST ? bytes : text;
        } catch (IllegalArgumentException notBase64) {
            return text;
        }
    }
}
