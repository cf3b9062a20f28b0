package io.dripline.local.door;

/** The line cannot be fed or asked; the message is a sentence for the person at the terminal. */
public final class LineFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a sentence. */
    public LineFailure(String sentence) {
        super(sentence);
    }

    /** With a sentence and what is behind it. */
    public LineFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
