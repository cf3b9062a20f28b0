package io.dripline.coding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Keys under a secret of tests. */
public final class TestKeys {

    public static final WordKeys KEYS = under("a secret of tests");

    private TestKeys() {}

    static WordKeys under(String secret) {
        return new WordKeys(hash -> {
            try {
                MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
                sha256.update(secret.getBytes(StandardCharsets.UTF_8));
                return sha256.digest(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
