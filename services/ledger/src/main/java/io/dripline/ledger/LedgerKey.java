package io.dripline.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The secret of every chain (HMAC-SHA256, RFC 2104): whoever has the database and not this can change rows, but not make
 * seals that fit them.
 */
public final class LedgerKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 32;

    /** Never used itself, but copied. */
    private final Mac keyed;

    private LedgerKey(byte[] key) {
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
     * @param text at least 32 bytes, as base64 or else taken as text
     * @throws IllegalArgumentException if it is shorter
     */
    public static LedgerKey of(String text) {
        byte[] key = decoded(text.strip());
        if (key.length < SHORTEST) {
            throw new IllegalArgumentException(
                    "a key of the ledger (dripline.ledger.key, dripline.ledger.later-keys): expected at least %d bytes as base64 or text, found %d"
                            .formatted(SHORTEST, key.length));
        }
        return new LedgerKey(key);
    }

    /**
     * The keys of an installation, oldest first.
     *
     * @param later those that followed {@code first}
     * @throws IllegalArgumentException if one of them is shorter
     */
    public static List<LedgerKey> all(String first, List<String> later) {
        return Stream.concat(Stream.of(first), later.stream())
                .map(LedgerKey::of)
                .toList();
    }

    /** A text may happen to be base64 of too little; then it is meant as text. */
    private static byte[] decoded(String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] bytes = Base64.getDecoder().decode(plain);
            return bytes.length >= SHORTEST ? bytes : plain;
        } catch (IllegalArgumentException notBase64) {
            return plain;
        }
    }

    /** 32 bytes over the fields, each with its length, so that no two lists of fields are the same bytes. */
    byte[] hash(@Nullable Object... fields) {
        try {
            Mac mac = (Mac) keyed.clone();
            for (Object field : fields) {
                if (field == null) {
                    mac.update(length(-1));
                    continue;
                }
                byte[] bytes =
                        field instanceof byte[] given ? given : field.toString().getBytes(StandardCharsets.UTF_8);
                mac.update(length(bytes.length));
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(ALGORITHM + " of this Java cannot be copied", e);
        }
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
    }
}
