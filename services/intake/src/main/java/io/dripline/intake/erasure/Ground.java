package io.dripline.intake.erasure;

/** Why words are erased: the grounds of Article 17(1) of the GDPR. A choice and no prose, which could name somebody again. */
public enum Ground {
    /** Of a retention period that ended, too. */
    NO_LONGER_NEEDED,
    CONSENT_WITHDRAWN,
    OBJECTION,
    UNLAWFULLY_PROCESSED,
    LEGAL_OBLIGATION
}
