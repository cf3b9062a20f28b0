package io.dripline.local.backup;

/** A backup that cannot be taken or brought back, in a sentence for the person at the terminal. */
public final class BackupFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BackupFailure(String sentence) {
        super(sentence);
    }

    BackupFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
