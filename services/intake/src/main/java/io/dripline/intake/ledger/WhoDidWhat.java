package io.dripline.intake.ledger;

import io.dripline.ledger.Entries;
import io.dripline.ledger.EntrySource;
import java.util.List;

/** What clinics did, from the sealed tables. */
final class WhoDidWhat {

    static final Entries ENTRIES = new Entries(List.of(
            new EntrySource(
                    "session_version",
                    "seq",
                    List.of("SESSION_REPORTED", "SESSION_CHANGED", "SESSION_WITHDRAWN", "SESSION_ERASED"),
                    "r.received_at",
                    "r.who",
                    "case when r.version = 1 then 'SESSION_REPORTED' when exists (select from session_erasure e where"
                            + " e.session_id = r.session_id and e.version = r.version) then 'SESSION_ERASED' when r.status = 'WITHDRAWN' then 'SESSION_WITHDRAWN'"
                            + " else 'SESSION_CHANGED' end",
                    "'session ' || r.session_id || ' of ' || r.clinic",
                    "case when r.version > 1 then 'version ' || r.version - 1 end",
                    "'version ' || r.version",
                    "null"),
            new EntrySource(
                    "tally",
                    "seq",
                    List.of("TALLY_STATED"),
                    "r.stated_at",
                    "r.who",
                    "'TALLY_STATED'",
                    "'tally of ' || r.clinic || ' on ' || r.date",
                    "select b.sessions_performed from tally b where b.clinic = r.clinic and b.date = r.date and b.seq < r.seq"
                            + " order by b.seq desc limit 1",
                    "r.sessions_performed",
                    "null"),
            // whose words is not told
            new EntrySource(
                    "erasure",
                    "seq",
                    List.of("WORDS_ERASED"),
                    "r.erased_at",
                    "r.who",
                    "'WORDS_ERASED'",
                    "'words about a patient of ' || r.clinic",
                    "null",
                    "'in ' || r.sessions || ' sessions'",
                    "r.ground")));

    private WhoDidWhat() {}
}
