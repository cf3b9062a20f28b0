package io.dripline.incidence.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;

/** Reads what {@link BinaryWriter} wrote. */
final class BinaryReader {

    private final ByteBuffer in;
    private final List<String> texts = new ArrayList<>();

    private BinaryReader(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    /**
     * Reads a whole stored value of a format.
     *
     * @throws SerializationException if the value is of another format, cut short, too long or damaged: the store is
     *     broken, not the record at hand
     */
    static <T> T read(byte[] bytes, int format, Function<BinaryReader, T> content) {
        var reader = new BinaryReader(bytes);
        try {
            int found = reader.in.get();
            if (found != format) {
                throw new SerializationException("stored value: expected format %d, found %d".formatted(format, found));
            }
            T value = content.apply(reader);
            if (reader.in.hasRemaining()) {
                throw new SerializationException(
                        "stored value: %d bytes are left over".formatted(reader.in.remaining()));
            }
            return value;
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new SerializationException("stored value: damaged", e);
        }
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = in.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new SerializationException("stored value: a number has more than ten bytes");
    }

    int count() {
        return Math.toIntExact(number());
    }

    /** Bit 0 is the first flag. */
    int flags() {
        return in.get();
    }

    Instant instant() {
        return Instant.ofEpochSecond(number(), number());
    }

    UUID id() {
        return new UUID(in.getLong(), in.getLong());
    }

    String text() {
        int place = count();
        if (place > 0) {
            return texts.get(place - 1);
        }
        byte[] bytes = new byte[Math.min(count(), in.remaining() + 1)];
        in.get(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        texts.add(text);
        return text;
    }
}
