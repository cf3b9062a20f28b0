package io.dripline.privacy.seal;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/**
 * Each thread's own cipher of one transformation, to be initialised anew for each use: looking one up costs more than a short text. It
 * holds the last key until then, also one that was erased from the database meanwhile.
 */
final class OwnCipher {

    private final ThreadLocal<Cipher> ciphers;

    OwnCipher(String transformation) {
        ciphers = ThreadLocal.withInitial(() -> of(transformation));
    }

    Cipher get() {
        return ciphers.get();
    }

    private static Cipher of(String transformation) {
        try {
            return Cipher.getInstance(transformation);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(transformation + " is missing from this Java", e);
        }
    }
}
