package io.dripline.classification.cases;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** An order of patients, another one for each salt, that tells nothing of them: by SHA-256 over salt and id. */
final class PatientOrder {

    private PatientOrder() {}

    static byte[] bytesOf(long salt) {
        return ByteBuffer.allocate(Long.BYTES).putLong(salt).array();
    }

    /** A patient's place in it, 32 bytes that are compared without sign. */
    static byte[] placeOf(String patient, long salt) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(bytesOf(salt));
            return sha256.digest(patient.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
