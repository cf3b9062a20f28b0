package io.dripline.incidence.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Writes a stored value: whole numbers in as few bytes as they need, each text once and then by its place among the
 * texts before it, because a patient's sessions repeat theirs.
 */
final class BinaryWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    private final Map<String, Integer> texts = new HashMap<>();

    BinaryWriter(int format) {
        out.write(format);
    }

    /** Seven bits a byte, lowest first, the high bit set on all but the last: up to 127 takes one byte. */
    BinaryWriter number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }

    BinaryWriter flags(boolean... flags) {
        int bits = 0;
        for (int i = 0; i < flags.length; i++) {
            bits |= flags[i] ? 1 << i : 0;
        }
        out.write(bits);
        return this;
    }

    /** Times before 1970 take ten bytes for their seconds and are right. */
    BinaryWriter instant(Instant instant) {
        return number(instant.getEpochSecond()).number(instant.getNano());
    }

    BinaryWriter id(UUID id) {
        return fixed(id.getMostSignificantBits()).fixed(id.getLeastSignificantBits());
    }

    BinaryWriter text(String text) {
        Integer place = texts.putIfAbsent(text, texts.size());
        if (place != null) {
            return number(place + 1L);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(0).number(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private BinaryWriter fixed(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
        return this;
    }
}
