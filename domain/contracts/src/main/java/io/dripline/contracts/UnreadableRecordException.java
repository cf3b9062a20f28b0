package io.dripline.contracts;

import org.jspecify.annotations.Nullable;

/** A record that is not JSON, not of a known schema version, or breaks a rule of its type. Retrying will not help. */
public final class UnreadableRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableRecordException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
