package io.dripline.ledger;

/**
 * A chain does not hold a seal that was written into it: somebody else wrote to it, or cut it off. Who went on sealing would seal
 * with the genuine key what was put in the place of the rows.
 */
public final class ChainCutException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    ChainCutException(String message) {
        super(message);
    }
}
