package io.dripline.relay;

import org.jspecify.annotations.Nullable;

/** The broker did not take a record. The message names its row, its key and its length, and tells nothing of its content. */
final class UndeliveredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UndeliveredException(RelayedRecord record, @Nullable Throwable refusal) {
        super(
                "row seq %d of transaction %d, key %s, %d bytes: %s"
                        .formatted(
                                record.position().seq(),
                                record.position().xid(),
                                record.key(),
                                record.value().length,
                                refusal),
                refusal);
    }
}
