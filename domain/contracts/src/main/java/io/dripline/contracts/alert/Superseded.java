package io.dripline.contracts.alert;

/**
 * What an alert was raised on, as it was corrected since: the sessions received up to the crossing, in their later versions
 * and codings. They no longer reach the threshold. What was found at the crossing stays beside it in the {@link Alert}.
 *
 * @param exposed exposures, 0 or more
 * @param affected affected exposures, 0 to {@code exposed}
 * @param lnE natural logarithm of the mixture e-value of the corrected counts, finite
 */
public record Superseded(long exposed, long affected, double lnE) {

    public Superseded {
        if (affected < 0 || exposed < affected) {
            throw new IllegalArgumentException(
                    "superseded: expected 0 <= affected <= exposed, found %d of %d".formatted(affected, exposed));
        }
        if (!Double.isFinite(lnE)) {
            throw new IllegalArgumentException("superseded.lnE: expected a finite number, found " + lnE);
        }
    }
}
