package io.dripline.reporting.past;

/** The past cannot be asked for, mostly at the moment; the message says why, for whoever operates the line. */
public final class PastAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean refusal;

    PastAwayException(String message, boolean refusal, Throwable cause) {
        super(message, cause);
        this.refusal = refusal;
    }

    /** Whether this question was refused, by a service that is there: another one may be answered. */
    public boolean isRefusal() {
        return refusal;
    }
}
