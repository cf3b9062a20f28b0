package io.dripline.local.rebuild;

/** A rebuild could not begin or go on; the message is a sentence for the person at the terminal. */
public final class RebuildFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RebuildFailure(String sentence) {
        super(sentence);
    }
}
