package io.dripline.reporting.monitor;

import org.jdbi.v3.core.Handle;

/** The rules of monitors that a test writes by itself. */
public final class StoredRules {

    private StoredRules() {}

    /** The rule that this version gives, at alpha 0.05. */
    public static void add(Handle handle, String monitor) {
        add(handle, monitor, 0.05);
    }

    /** The same at another alpha. */
    public static void add(Handle handle, String monitor, double alpha) {
        handle.createUpdate("""
                        insert into monitor_rule (monitor, alpha, prior_concentration, prior_odds_ratio, start_weight,
                                                  later_half_within)
                        values (:monitor, :alpha, 8, 2, 0.7, 26)
                        on conflict do nothing
                        """).bind("monitor", monitor).bind("alpha", alpha).execute();
    }
}
