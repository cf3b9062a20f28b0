package io.dripline.reporting.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be done, as the ledgers name it. */
public enum DeedKind {
    ALERT_RAISED(LedgerOf.REPORTING, "Alert raised", true),
    ALERT_ACKNOWLEDGED(LedgerOf.REPORTING, "Alert acknowledged", true),
    ALERT_ASSESSED(LedgerOf.REPORTING, "Alert assessed", true),
    ALERT_CLOSED(LedgerOf.REPORTING, "Alert closed", true),
    ALERT_SUPERSEDED(LedgerOf.REPORTING, "Alert superseded", true),
    ALERT_JUDGED_AGAIN(LedgerOf.REPORTING, "Promise judged anew", false),
    MONITOR_MADE(LedgerOf.REPORTING, "Monitor made", true),
    MONITOR_NULL_GIVEN(LedgerOf.REPORTING, "Null of a monitor given", true),
    MONITOR_RETIRED(LedgerOf.REPORTING, "Monitor retired", true),
    NULL_GIVEN(LedgerOf.REPORTING, "Null of a figure given", true),
    WORDS_RULED(LedgerOf.CLASSIFICATION, "Words ruled on", true),
    RULING_IMPORTED(LedgerOf.CLASSIFICATION, "Ruling taken over from another site", true),
    RECODING_ORDERED(LedgerOf.CLASSIFICATION, "Recoding ordered", true),
    SESSION_WITHDRAWN(LedgerOf.INTAKE, "Session withdrawn", true),
    SESSION_ERASED(LedgerOf.INTAKE, "Words of a session erased", true),
    WORDS_ERASED(LedgerOf.INTAKE, "Words about a patient erased", true),
    SESSION_REPORTED(LedgerOf.INTAKE, "Session reported", false),
    SESSION_CHANGED(LedgerOf.INTAKE, "Session changed", false),
    TALLY_STATED(LedgerOf.INTAKE, "Sessions of a day stated", false);

    private final LedgerOf ledger;
    private final String words;
    private final boolean decision;

    DeedKind(LedgerOf ledger, String words, boolean decision) {
        this.ledger = ledger;
        this.words = words;
        this.decision = decision;
    }

    public LedgerOf ledger() {
        return ledger;
    }

    public String words() {
        return words;
    }

    /** What somebody decided, or that was taken back; the daily reports would drown it. */
    public static List<DeedKind> decisions() {
        return Arrays.stream(values()).filter(kind -> kind.decision).toList();
    }

    public static Optional<DeedKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
