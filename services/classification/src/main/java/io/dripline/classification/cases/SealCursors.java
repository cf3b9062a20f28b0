package io.dripline.classification.cases;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals cursors: they hold what a line of the listing hides, and nobody may make one. AES-256-GCM, a fresh nonce each. One that was
 * sealed for a listing opens for no other.
 */
@Singleton
class SealCursors {

    private static final String CASES = "cases";
    private static final String EXPORT = "export ";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    SealCursors(CasesConfig config) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        secret = config.cursorKey()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .orElse(secret);
        try {
            key = new SecretKeySpec(MessageDigest.getInstance("SHA-256").digest(secret), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    String seal(CaseCursor cursor) {
        return seal(CASES, cursor.toString());
    }

    /** For this question alone: with another one it would tie one export to the other. */
    String seal(ExportCursor cursor, CaseQuestion question) {
        return seal(EXPORT + question.asked(), cursor.toString());
    }

    private String seal(String listing, String cursor) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, listing).doFinal(cursor.getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /**
     * Reads where a page of the listing ended.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    CaseCursor openCases(String text) {
        return CaseCursor.of(open(CASES, text));
    }

    /**
     * Reads where a page of the answer to this question ended.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    ExportCursor openExport(String text, CaseQuestion question) {
        return ExportCursor.of(open(EXPORT + question.asked(), text));
    }

    private String open(String listing, String text) {
        byte[] all = Base64.getUrlDecoder().decode(text);
        if (all.length < NONCE) {
            throw new IllegalArgumentException("no cursor");
        }
        try {
            byte[] cursor = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE), listing)
                    .doFinal(all, NONCE, all.length - NONCE);
            return new String(cursor, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no cursor of this service", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String listing) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(listing.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
