package io.dripline.relay;

import org.jspecify.annotations.Nullable;

/** A topic that a service writes is missing and cannot be created, or is not as it must be. */
public final class TopicsUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TopicsUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
