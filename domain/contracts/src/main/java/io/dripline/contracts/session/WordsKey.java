package io.dripline.contracts.session;

import io.dripline.contracts.RefusedRecordException;
import io.dripline.contracts.deadletter.DeadLetterCause;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wrapped key of a version's words, which travels in a header of its record. Whoever copies the record elsewhere leaves the header
 * out, so that erasing the key erases the copy.
 *
 * @param wrapped the data key, wrapped by the installation's key-encryption key
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record WordsKey(UUID session, int version, byte[] wrapped) {

    /** The header's name. */
    public static final String HEADER = "dripline-words-key";

    private static final int PLACE_BYTES = 2 * Long.BYTES + Integer.BYTES;

    /** The header's value: the session's id in 16 bytes, the version in 4, the wrapped key. */
    public byte[] header() {
        return ByteBuffer.allocate(PLACE_BYTES + wrapped.length)
                .putLong(session.getMostSignificantBits())
                .putLong(session.getLeastSignificantBits())
                .putInt(version)
                .put(wrapped)
                .array();
    }

    /**
     * Reads a header's value.
     *
     * @throws RefusedRecordException where it is too short
     */
    public static WordsKey of(byte @Nullable [] header) {
        if (header == null || header.length <= PLACE_BYTES) {
            throw new RefusedRecordException(
                    DeadLetterCause.UNREADABLE,
                    "header %s: expected more than %d bytes, found %d"
                            .formatted(HEADER, PLACE_BYTES, header == null ? 0 : header.length));
        }
        ByteBuffer bytes = ByteBuffer.wrap(header);
        UUID session = new UUID(bytes.getLong(), bytes.getLong());
        int version = bytes.getInt();
        byte[] wrapped = new byte[bytes.remaining()];
        bytes.get(wrapped);
        return new WordsKey(session, version, wrapped);
    }
}
