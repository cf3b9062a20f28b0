package io.dripline.classification.session;

/**
 * No secret of this installation opens a key. A setting is missing, not the record wrong: it waits, so that nothing that was
 * reported becomes a dead letter while intake has a secret that this service was not given yet.
 */
final class SecretMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SecretMissingException(String message, Throwable cause) {
        super(message, cause);
    }
}
