package io.dripline.classification.ruling;

/** Words were ruled on after they were coded and before that was stored: they are to be coded again. */
public final class RulingsMovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RulingsMovedException() {
        super("a ruling was made meanwhile");
    }
}
