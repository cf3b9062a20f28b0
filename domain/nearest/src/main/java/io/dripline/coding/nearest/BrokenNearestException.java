package io.dripline.coding.nearest;

/** Model, vectors or weights cannot be used; the message names what, and what was expected. */
public final class BrokenNearestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenNearestException(String message) {
        super(message);
    }

    BrokenNearestException(String message, Throwable cause) {
        super(message, cause);
    }
}
