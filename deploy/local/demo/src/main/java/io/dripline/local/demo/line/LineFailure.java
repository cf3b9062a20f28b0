package io.dripline.local.demo.line;

/** The line cannot be fed or asked; the message is a sentence for the person at the terminal. */
public final class LineFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LineFailure(String sentence) {
        super(sentence);
    }

    LineFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
