package io.dripline.intake.privacy;

import io.dripline.privacy.hash.HashKey;
import io.dripline.privacy.hash.NestedHashes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Keyed hashes (HMAC-SHA256), so that what they stand for cannot be found by trying. A patient's code goes through all keys, each
 * hashing what the one before made of it: a key that is added is applied to the stored hashes without anybody knowing the codes.
 */
@Singleton
public class KeyedHashes {

    private final NestedHashes hashes;
    private final HashKey first;
    private final HashKey contentKey;

    KeyedHashes(PrivacyConfig config) {
        List<HashKey> given = new ArrayList<>();
        given.add(key("dripline.intake.pseudonym-key", config.pseudonymKey()));
        config.laterPseudonymKeys()
                .orElse(List.of())
                .forEach(later ->
                        given.add(key("dripline.intake.later-pseudonym-keys[%d]".formatted(given.size() - 1), later)));
        hashes = new NestedHashes("dripline pseudonym keys", given);
        first = given.getFirst();
        // One secret, two keys: what stands for a patient must never be the hash of a content.
        contentKey = first.derive("dripline content key");
    }

    /** How many keys a code goes through, 1 or more. */
    public int depth() {
        return hashes.depth();
    }

    /**
     * By what a patient is found: 32 bytes. The same code at two clinics is two patients; codes that differ only in outer spaces
     * or in how an accent is composed are one.
     */
    public byte[] codeHash(String clinic, String patientCode) {
        return nest(first(clinic, patientCode), 1);
    }

    /** Takes a hash that went through {@code depth} keys through those after them. */
    public byte[] nest(byte[] hash, int depth) {
        return hashes.nest(hash, depth);
    }

    /** By what the first {@code depth} keys are recognised; says nothing about any code. */
    public byte[] fingerprint(int depth) {
        return hashes.fingerprint(depth);
    }

    /** What stood for a patient while there was but one key, 64 lower-case hex digits: contents of that time name it. */
    public String formerPseudonym(String clinic, String patientCode) {
        return HexFormat.of().formatHex(first(clinic, patientCode));
    }

    /** What stands for a content in its canonical form: 32 bytes. */
    public byte[] contentHash(byte[] canonical) {
        return contentKey.hash(canonical);
    }

    private byte[] first(String clinic, String patientCode) {
        String code = Normalizer.normalize(patientCode.strip(), Normalizer.Form.NFC);
        return first.hash((clinic + "\n" + code).getBytes(StandardCharsets.UTF_8));
    }

    private static HashKey key(String setting, String given) {
        try {
            return HashKey.of(given);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(setting + ": " + e.getMessage(), e);
        }
    }
}
