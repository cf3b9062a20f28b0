package io.dripline.intake.privacy;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes (HMAC-SHA256), so that what they stand for cannot be found by trying. A patient's code goes through all keys, each
 * hashing what the one before made of it: a key that is added is applied to the stored hashes without anybody knowing the codes.
 */
@Singleton
public class KeyedHashes {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 32;

    private final List<SecretKeySpec> keys;
    private final SecretKeySpec contentKey;

    KeyedHashes(PrivacyConfig config) {
        List<SecretKeySpec> given = new ArrayList<>();
        given.add(key("dripline.intake.pseudonym-key", config.pseudonymKey()));
        config.laterPseudonymKeys()
                .orElse(List.of())
                .forEach(later ->
                        given.add(key("dripline.intake.later-pseudonym-keys[%d]".formatted(given.size() - 1), later)));
        keys = List.copyOf(given);
        // One secret, two keys: what stands for a patient must never be the hash of a content.
        contentKey = new SecretKeySpec(
                hash(keys.getFirst(), "dripline content key".getBytes(StandardCharsets.UTF_8)), ALGORITHM);
    }

    /** How many keys a code goes through, 1 or more. */
    public int depth() {
        return keys.size();
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
        byte[] nested = hash;
        for (SecretKeySpec key : keys.subList(depth, keys.size())) {
            nested = hash(key, nested);
        }
        return nested;
    }

    /** By what the first {@code depth} keys are recognised; says nothing about any code. */
    public byte[] fingerprint(int depth) {
        byte[] print = "dripline pseudonym keys".getBytes(StandardCharsets.UTF_8);
        for (SecretKeySpec key : keys.subList(0, depth)) {
            print = hash(key, print);
        }
        return print;
    }

    /** What stood for a patient while there was but one key, 64 lower-case hex digits: contents of that time name it. */
    public String formerPseudonym(String clinic, String patientCode) {
        return HexFormat.of().formatHex(first(clinic, patientCode));
    }

    /** What stands for a content in its canonical form: 32 bytes. */
    public byte[] contentHash(byte[] canonical) {
        return hash(contentKey, canonical);
    }

    private byte[] first(String clinic, String patientCode) {
        String code = Normalizer.normalize(patientCode.strip(), Normalizer.Form.NFC);
        return hash(keys.getFirst(), (clinic + "\n" + code).getBytes(StandardCharsets.UTF_8));
    }

    private static SecretKeySpec key(String setting, String given) {
        byte[] key = decoded(given.strip());
        if (key.length < SHORTEST_KEY) {
            throw new IllegalStateException("%s: expected at least %d bytes as base64 or text, found %d"
                    .formatted(setting, SHORTEST_KEY, key.length));
        }
        return new SecretKeySpec(key, ALGORITHM);
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
