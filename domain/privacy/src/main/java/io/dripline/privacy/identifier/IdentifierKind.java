package io.dripline.privacy.identifier;

/** What a stretch of text tells; after the identifiers that the HIPAA safe harbour lists (45 CFR 164.514(b)(2)). */
public enum IdentifierKind {
    DATE_OF_BIRTH("a date of birth"),
    /** A day of a year; a year or a weekday alone is none. */
    DATE("a date"),
    EMAIL_ADDRESS("an e-mail address"),
    PHONE_NUMBER("a phone number"),
    /** Of a patient, a chart, an insurance. */
    RECORD_NUMBER("a record number"),
    NAME("a name");

    private final String words;

    IdentifierKind(String words) {
        this.words = words;
    }

    /** The kind in a sentence, with its article. */
    public String words() {
        return words;
    }
}
