package io.dripline.reporting.incidence;

import org.jdbi.v3.core.JdbiException;

/**
 * A roll-up, or a sum over roll-ups, does not take the difference that records make, which the cells took: it is not what it
 * should be. No record is to blame and none is left out; nothing is applied until the counts are made anew.
 */
final class SumsBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    static final String REASON =
            "a roll-up or a sum over roll-ups is wrong: it refuses a difference that its cells took; nothing is counted until all"
                    + " is counted anew (./dripline rebuild)";

    SumsBrokenException(JdbiException refusal) {
        super(REASON, refusal);
    }
}
