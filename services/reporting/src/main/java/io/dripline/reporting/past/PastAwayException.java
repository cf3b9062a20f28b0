package io.dripline.reporting.past;

/** The past cannot be asked for at the moment; the message says why, for whoever operates the line. */
public final class PastAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PastAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
