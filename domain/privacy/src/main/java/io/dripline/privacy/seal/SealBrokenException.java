package io.dripline.privacy.seal;

/** What was sealed cannot be opened: another key, another place, or changed since. The message quotes nothing of it. */
public final class SealBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealBrokenException(String message) {
        super(message);
    }
}
