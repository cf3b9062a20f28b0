package io.dripline.reporting.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A service that keeps a ledger. */
public enum LedgerOf {
    REPORTING("Alerts, monitors and nulls"),
    CLASSIFICATION("Rulings and recoding"),
    INTAKE("Reports, tallies and erasures");

    private final String holds;

    LedgerOf(String holds) {
        this.holds = holds;
    }

    /** What it holds, as a heading says it. */
    public String holds() {
        return holds;
    }

    /** As addresses and its own head name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<LedgerOf> named(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
