package io.dripline.access;

import java.util.Locale;

/** The callers of the table's columns, in their order. */
public enum Caller {
    /** No token. */
    NONE,
    /** The clinic that the shown ids belong to. */
    CLINIC,
    /** Another clinic of the same realm. */
    OTHER_CLINIC,
    /** A safety officer. */
    OFFICER,
    /** An auditor. */
    AUDITOR,
    /** Somebody whom the realm knows, without a role. */
    VISITOR,
    /** The clinic, whose token's time is over. */
    EXPIRED,
    /** The clinic's token, its claims changed to an officer's after it was signed. */
    TAMPERED,
    /** An officer's token for another service. */
    WRONG_AUDIENCE,
    /** An officer's token that names another realm. */
    WRONG_ISSUER,
    /** An officer's token without a signature, which says so: {@code "alg": "none"}. */
    ALGORITHM_NONE,
    /** An officer's token signed by HMAC with the realm's public key, which everybody has. */
    PUBLIC_KEY_AS_SECRET;

    /** The caller of a column. */
    static Caller of(String column) {
        return valueOf(column.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
