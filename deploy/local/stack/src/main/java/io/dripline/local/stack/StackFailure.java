package io.dripline.local.stack;

/** A part did not start, run or stop; the message is a sentence for the person at the terminal, the log's last lines included. */
public final class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StackFailure(String sentence) {
        super(sentence);
    }

    StackFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
