package io.dripline.incidence.count;

/** The stores were filled by another rule, which no second try changes; the message says what to do. */
public final class OtherRuleException extends IllegalStateException {

    /** @param message what to do, and by which rules was and is counted */
    public OtherRuleException(String message) {
        super(message);
    }
}
