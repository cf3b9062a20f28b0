package io.dripline.classification.caller;

/** The roles that a token may hold. */
public final class Role {

    /** Asks how words are coded. */
    public static final String CLINIC = "clinic";

    /** Rules on words and starts recodings. */
    public static final String SAFETY_OFFICER = "safety-officer";

    /** Reads everything, changes nothing. */
    public static final String AUDITOR = "auditor";

    /** A service that reads counts, and nothing else. */
    public static final String COUNTS_READER = "counts-reader";

    private Role() {}
}
