package io.dripline.reporting.ledger;

import io.dripline.ledger.Entries;
import io.dripline.ledger.EntrySource;
import java.util.List;

/** What was done about alerts, monitors and nulls, from the sealed tables. */
final class WhoDidWhat {

    /** The step by which a version came; before steps told of it, a version that only judged a promise again had none of its own. */
    private static final String STEP = "(r.record -> 'history' -> -1)";

    private static final String BEFORE =
            "(select b.record -> 'history' from alert_version b where b.alert_id = r.alert_id and b.version = r.version - 1)";

    static final Entries ENTRIES = new Entries(List.of(
            new EntrySource(
                    "alert_version",
                    "seq",
                    List.of(
                            "ALERT_RAISED",
                            "ALERT_ACKNOWLEDGED",
                            "ALERT_ASSESSED",
                            "ALERT_CLOSED",
                            "ALERT_SUPERSEDED",
                            "ALERT_JUDGED_AGAIN"),
                    "coalesce(r.written_at, (" + STEP + " ->> 'at')::timestamptz)",
                    "coalesce(case when json_array_length(r.record -> 'history') > coalesce(json_array_length(" + BEFORE
                            + "), 0) then " + STEP + " ->> 'by' end, 'dripline')",
                    // A step that leaves the state as it was judged the promise anew, unless it assesses.
                    "'ALERT_' || case when json_array_length(r.record -> 'history') > coalesce(json_array_length("
                            + BEFORE + "), 0) and (" + STEP + " ->> 'assessment' is not null or " + STEP
                            + " ->> 'state' is distinct from " + BEFORE + " -> -1 ->> 'state') then " + STEP
                            + " ->> 'state' else 'JUDGED_AGAIN' end",
                    "'alert ' || r.alert_id || ' of ' || r.monitor",
                    "case when r.version > 1 then 'version ' || r.version - 1 end",
                    "'version ' || r.version",
                    "case when json_array_length(r.record -> 'history') > coalesce(json_array_length(" + BEFORE
                            + "), 0) then " + STEP + " ->> 'reason' end"),
            new EntrySource(
                    "monitor_step",
                    "seq",
                    List.of("MONITOR_MADE", "MONITOR_NULL_GIVEN", "MONITOR_RETIRED"),
                    "r.taken_at",
                    "r.taken_by",
                    "'MONITOR_' || r.step",
                    "'monitor ' || r.monitor",
                    "select 'null ' || coalesce(b.p0::text, 'awaited') from monitor_step b where b.monitor = r.monitor and b.seq < r.seq"
                            + " order by b.seq desc limit 1",
                    "case r.step when 'RETIRED' then 'retired' else 'null ' || coalesce(r.p0::text, 'awaited') end",
                    "r.reason"),
            new EntrySource(
                    "baseline_null",
                    "seq",
                    List.of("NULL_GIVEN"),
                    "r.decided_at",
                    "r.decided_by",
                    "'NULL_GIVEN'",
                    "'baseline ' || r.baseline",
                    "select " + told("b")
                            + " from baseline_null b where b.baseline = r.baseline and b.revision = r.revision - 1",
                    told("r"),
                    "r.reason")));

    /** The number of a null with how its events were counted, where it states that, and what of the source it overrides. */
    private static String told(String given) {
        return ("concat_ws(', ', %1$s.p0::text,"
                        + " 'ascertained by ' || %1$s.ascertainment || coalesce(' in place of the source''s ' || %1$s.overridden_ascertainment, ''),"
                        + " 'counted over ' || %1$s.counted_over || coalesce(' in place of the source''s ' || %1$s.overridden_counted_over, ''))")
                .formatted(given);
    }

    private WhoDidWhat() {}
}
