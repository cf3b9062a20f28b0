package io.dripline.ledger;

import java.util.Map;

/**
 * What a verification looked at.
 *
 * @param sealed seals that there are
 * @param unsealed rows behind the last seal of their table, by table: not sealed yet, so nothing can be said of them
 * @param heads that were compared
 * @param findings what is wrong
 */
public record Verified(long sealed, Map<String, Long> unsealed, long heads, long findings) {

    public Verified {
        unsealed = Map.copyOf(unsealed);
    }

    /** Whether nothing is wrong. */
    public boolean isWhole() {
        return findings == 0;
    }
}
