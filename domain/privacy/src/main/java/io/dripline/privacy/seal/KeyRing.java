package io.dripline.privacy.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The key-encryption keys of an installation: they wrap data keys (AES key wrap, RFC 3394), and are stored nowhere. Each is derived
 * from a secret by HKDF-SHA256.
 */
public final class KeyRing {

    private static final int SHORTEST_SECRET = 32;
    private static final int BYTES = 32;
    private static final byte[] PURPOSE = "dripline key-encryption key".getBytes(StandardCharsets.UTF_8);

    private static final OwnCipher WRAP = new OwnCipher("AES/KW/NoPadding");

    private final List<SecretKey> keys;

    /**
     * @param secrets oldest first, each of 32 bytes or more, as base64 or else taken as text; the last one wraps new keys, the others
     *     unwrap what they wrapped
     * @throws IllegalArgumentException naming which one is too short
     */
    public KeyRing(List<String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("expected a key, found none");
        }
        List<SecretKey> derived = new ArrayList<>();
        for (String secret : secrets) {
            byte[] bytes = decoded(secret.strip());
            if (bytes.length < SHORTEST_SECRET) {
                throw new IllegalArgumentException("[%d]: expected at least %d bytes as base64 or text, found %d"
                        .formatted(derived.size(), SHORTEST_SECRET, bytes.length));
            }
            derived.add(derive(bytes));
        }
        keys = List.copyOf(derived);
    }

    /** A new data key. */
    public DataKey create() {
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(8 * BYTES);
            SecretKey key = generator.generateKey();
            Cipher wrap = WRAP.get();
            wrap.init(Cipher.WRAP_MODE, keys.getLast());
            return new DataKey(key, wrap.wrap(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES key wrap", e);
        }
    }

    /**
     * A data key that was wrapped before.
     *
     * @throws SealBrokenException if none of the keys wrapped it
     */
    public DataKey unwrap(byte[] wrapped) {
        for (SecretKey key : keys.reversed()) {
            try {
                Cipher unwrap = WRAP.get();
                unwrap.init(Cipher.UNWRAP_MODE, key);
                return new DataKey((SecretKey) unwrap.unwrap(wrapped, "AES", Cipher.SECRET_KEY), wrapped);
            } catch (InvalidKeyException notThisOne) {
                continue;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("This Java has no AES key wrap", e);
            }
        }
        throw new SealBrokenException("a data key: expected one that was wrapped by a key of this installation");
    }

    private static SecretKey derive(byte[] secret) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES", HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(PURPOSE, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HKDF-SHA256", e);
        }
    }

    /** A text may happen to be base64 of too little; then it is meant as text. */
    private static byte[] decoded(String secret) {
        byte[] text = secret.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return bytes.length >= SHORTEST_SECRET ? bytes : text;
        } catch (IllegalArgumentException notBase64) {
            return text;
        }
    }
}
