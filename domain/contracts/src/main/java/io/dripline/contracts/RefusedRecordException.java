package io.dripline.contracts;

import io.dripline.contracts.deadletter.DeadLetterCause;
import java.util.Objects;

/**
 * A record that cannot be processed as it is, however often it is tried.
 *
 * <p>The message goes to the dead letters and to logs: it names fields, numbers and ids, and quotes no text of the
 * record. It has no {@linkplain #getCause() cause} for the same reason: parsers quote what they choke on.
 */
public final class RefusedRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final DeadLetterCause why;

    /** @param message what is wrong, and what was expected */
    public RefusedRecordException(DeadLetterCause why, String message) {
        super(message);
        this.why = why;
    }

    public DeadLetterCause why() {
        return why;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
