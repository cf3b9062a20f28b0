package io.dripline.privacy.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** A key of 256 bits that seals texts with AES in Galois/counter mode (NIST SP 800-38D). What it sealed is gone when it is. */
public final class DataKey {

    /** The length of a wrapped key. */
    public static final int WRAPPED_BYTES = 40;

    private static final byte FORM = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final OwnCipher CIPHER = new OwnCipher("AES/GCM/NoPadding");

    private final SecretKey key;
    private final byte[] wrapped;

    DataKey(SecretKey key, byte[] wrapped) {
        this.key = key;
        this.wrapped = wrapped.clone();
    }

    /** The key as it may be stored: {@link #WRAPPED_BYTES} bytes. */
    public byte[] wrapped() {
        return wrapped.clone();
    }

    /**
     * A form (1), a random nonce of 12 bytes, and the text's bytes encrypted with a tag of 16 behind them.
     *
     * @param place what the text belongs to; it opens for that alone
     */
    public byte[] seal(String text, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(1 + NONCE_BYTES + encrypted.length)
                    .put(FORM)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        }
    }

    /**
     * The text.
     *
     * @throws SealBrokenException if it was sealed for another place, with another key, or changed since
     */
    public String open(byte[] sealed, String place) {
        if (sealed.length < 1 + NONCE_BYTES + TAG_BITS / 8 || sealed[0] != FORM) {
            throw new SealBrokenException("a sealed text: expected form %d".formatted(FORM));
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
        try {
            byte[] text = cipher(Cipher.DECRYPT_MODE, nonce, place)
                    .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
            return new String(text, StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw new SealBrokenException("a sealed text: expected one that was sealed for its place with its key");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = CIPHER.get();
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
