package io.dripline.ledger;

import io.dripline.ledger.Finding.Kind;
import io.dripline.ledger.Ledger.Companion;
import io.dripline.ledger.SealedTable.Text;
import java.util.List;

/**
 * What each service's database seals, column by column: one page to read for who checks it. Each service's tests hold it to the
 * tables that there are.
 */
public final class Ledgers {

    /** What clinics stated: sessions version by version, tallies, clinic-weeks as they were published, and erasures. */
    public static final Ledger INTAKE = new Ledger(
            "intake",
            List.of(
                    SealedTable.of(
                                    "session_version",
                                    List.of("session_id", "version"),
                                    "session_id",
                                    "version",
                                    "status",
                                    "clinic",
                                    "reference",
                                    "patient",
                                    "content",
                                    "who",
                                    "content_hash",
                                    "first_received_at",
                                    "received_at")
                            .with(
                                    new Text(
                                            "session_text",
                                            List.of("session_id", "version"),
                                            List.of("event_id", "sealed")),
                                    new Text("session_reason", List.of("session_id", "version"), List.of("sealed"))),
                    SealedTable.of(
                            "tally",
                            List.of("clinic", "date", "seq"),
                            "clinic",
                            "date",
                            "sessions_performed",
                            "who",
                            "stated_at"),
                    SealedTable.of(
                            "clinic_week_version",
                            List.of("clinic", "week", "version"),
                            "clinic",
                            "week",
                            "version",
                            "record"),
                    SealedTable.of(
                            "erasure",
                            List.of("id"),
                            "id",
                            "clinic",
                            "patient",
                            "ground",
                            "who",
                            "erased_at",
                            "sessions"),
                    SealedTable.of(
                            "session_erasure", List.of("session_id", "version"), "session_id", "version", "erased_at")),
            List.of(
                    keysOf(
                            "select session_id, version from session_text union select session_id, version from session_reason")));

    /** How that was coded, what officers ruled on words, and the recodings that they ordered. */
    public static final Ledger CLASSIFICATION = new Ledger(
            "classification",
            List.of(
                    SealedTable.of(
                                    "coded_session",
                                    List.of("session_id", "version", "coding_revision"),
                                    "session_id",
                                    "version",
                                    "coding_revision",
                                    "status",
                                    "clinic",
                                    "patient",
                                    "attributes",
                                    "events",
                                    "outcomes",
                                    "first_received_at",
                                    "received_at",
                                    "coded_at",
                                    "vocabulary")
                            .with(new Text(
                                    "reported_text", List.of("session_id", "version"), List.of("event_id", "sealed"))),
                    SealedTable.of(
                                    "ruling",
                                    List.of("key", "revision"),
                                    "key",
                                    "revision",
                                    "terms",
                                    "who",
                                    "decided_at",
                                    "origin",
                                    "taken_by",
                                    "taken_at",
                                    "sessions")
                            .then("depth", "0")
                            .with(new Text("ruling_reason", List.of("seq"), List.of("reason"))),
                    SealedTable.of(
                                    "recoding",
                                    List.of("id", "vocabulary"),
                                    "kind",
                                    "vocabulary",
                                    "reason",
                                    "who",
                                    "asked_at")
                            .by("id")
                            .where("r.kind = 'VOCABULARY'"),
                    SealedTable.of(
                            "session_erasure", List.of("session_id", "version"), "session_id", "version", "stored_at")),
            List.of(
                    keysOf("select distinct session_id, version from reported_text"),
                    new Companion(
                            Kind.COMPANION_MISSING,
                            "ruled_words",
                            "select 'ruling ' || r.seq from ruling r where not exists (select from ruled_words w where w.seq = r.seq)"
                                    + " order by r.seq")));

    /** Alerts version by version, nulls, monitors with all that happened to them, and what replays go by. */
    public static final Ledger REPORTING = new Ledger(
            "reporting",
            List.of(
                    SealedTable.of(
                            "alert_version",
                            List.of("alert_id", "version"),
                            "alert_id",
                            "version",
                            "monitor",
                            "record",
                            "written_at"),
                    SealedTable.of(
                                    "baseline_null",
                                    List.of("baseline", "revision"),
                                    "baseline",
                                    "revision",
                                    "p0",
                                    "basis",
                                    "reason",
                                    "decided_at",
                                    "decided_by")
                            .then(List.of(
                                    "ascertainment",
                                    "counted_over",
                                    "overridden_ascertainment",
                                    "overridden_counted_over")),
                    SealedTable.of(
                            "monitor",
                            List.of("id"),
                            "id",
                            "baseline",
                            "measure",
                            "unit",
                            "cohort",
                            "alpha_share",
                            "created_at",
                            "created_by",
                            "by_officer"),
                    SealedTable.of(
                            "monitor_rule",
                            List.of("monitor"),
                            "monitor",
                            "alpha",
                            "prior_concentration",
                            "prior_odds_ratio",
                            "start_weight",
                            "later_half_within"),
                    SealedTable.of(
                                    "monitor_step",
                                    List.of("monitor", "step"),
                                    "monitor",
                                    "step",
                                    "p0",
                                    "start_week",
                                    "taken_at",
                                    "taken_by",
                                    "reason")
                            .then(List.of("null_revision")),
                    SealedTable.of(
                            "monitor_state",
                            List.of("monitor", "seq"),
                            "monitor",
                            "since",
                            "status",
                            "p0",
                            "start_week",
                            "first_counted_week"),
                    SealedTable.of("monitor_rise", List.of("monitor", "seq"), "monitor", "risen_at", "ln_e"),
                    SealedTable.of(
                            "clinic_week_state",
                            List.of("clinic", "week", "seq"),
                            "clinic",
                            "week",
                            "since",
                            "closed",
                            "posted"),
                    SealedTable.of(
                            "crossing", List.of("alert_id"), "alert_id", "received_until", "stored_until", "found_at"),
                    SealedTable.of("digest", List.of("day"), "day", "computed_at", "content")),
            // What monitors are now is not sealed; every state that they had is, and so is every step that explains
            // one. The first week that
            // counts is frozen by judging, once.
            List.of(
                    new Companion(Kind.STATE_DIFFERS, "monitor", """
                            select m.id from monitor m left join lateral (
                                   select * from monitor_state s where s.monitor = m.id order by s.seq desc limit 1) s on true
                             where (m.status, m.p0, m.start_week, m.first_counted_week)
                                   is distinct from (s.status, s.p0, s.start_week, s.first_counted_week)
                                or m.sup_ln_e is distinct from (
                                   select r.ln_e from monitor_rise r where r.monitor = m.id order by r.seq desc limit 1)
                             order by m.id"""),
                    new Companion(Kind.STATE_UNEXPLAINED, "monitor_state", """
                            select concat_ws(' ', s.monitor, s.seq::text)
                              from (select *, row_number() over states as number, lag(status) over states as status_before,
                                           lag(p0) over states as p0_before, lag(start_week) over states as start_before,
                                           lag(first_counted_week) over states as counted_before
                                      from monitor_state window states as (partition by monitor order by seq)) s
                              left join monitor_step made on made.monitor = s.monitor and made.step = 'MADE'
                              left join monitor_step given on given.monitor = s.monitor and given.step = 'NULL_GIVEN'
                              left join monitor_step retired on retired.monitor = s.monitor and retired.step = 'RETIRED'
                             where (case
                                   when s.number = 1 then made.monitor is not null
                                        and (s.p0, s.start_week) is not distinct from (made.p0, made.start_week)
                                        and s.status = case when made.p0 is null then 'WAITING_FOR_NULL' else 'ACTIVE' end
                                   when s.first_counted_week is distinct from s.counted_before then s.counted_before is null
                                        and (s.status, s.p0, s.start_week)
                                            is not distinct from (s.status_before, s.p0_before, s.start_before)
                                   when s.status = 'ACTIVE' then s.status_before = 'WAITING_FOR_NULL'
                                        and (s.p0, s.start_week) is not distinct from (given.p0, given.start_week)
                                   when s.status = 'RETIRED' then retired.monitor is not null and s.status_before <> 'RETIRED'
                                        and (s.p0, s.start_week) is not distinct from (s.p0_before, s.start_before)
                                   end) is not true
                             order by s.monitor, s.seq""")));

    /** All of them, in the order of the line. */
    public static final List<Ledger> ALL = List.of(INTAKE, CLASSIFICATION, REPORTING);

    /** The keys of sealed texts: one is gone only where a later version of its session erased it. */
    private static Companion keysOf(String texts) {
        return new Companion(Kind.COMPANION_MISSING, "patient_key", """
                select concat_ws(' ', t.session_id::text, t.version::text) from (%s) t
                 where not exists (select from patient_key k where (k.session_id, k.version) = (t.session_id, t.version))
                   and not exists (select from session_erasure e where e.session_id = t.session_id and e.version > t.version)
                 order by t.session_id, t.version""".formatted(texts));
    }

    private Ledgers() {}
}
