package io.dripline.reporting.posting;

/** Intake did not do what it was asked, for a reason that passes. The message is for the person who asked. */
public final class IntakeAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IntakeAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
