package io.dripline.intake.caller;

/** The roles that a token may hold. */
public final class Role {

    /** Writes and reads its own clinic's sessions. */
    public static final String CLINIC = "clinic";

    /** Reads every clinic's sessions. */
    public static final String SAFETY_OFFICER = "safety-officer";

    /** Reads everything, changes nothing. */
    public static final String AUDITOR = "auditor";

    private Role() {}
}
