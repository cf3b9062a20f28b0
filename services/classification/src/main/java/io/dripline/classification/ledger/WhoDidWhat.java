package io.dripline.classification.ledger;

import io.dripline.ledger.Entries;
import io.dripline.ledger.EntrySource;
import java.util.List;

/** What officers ruled and ordered, from the sealed tables. */
final class WhoDidWhat {

    private static final String NOTHING = "'no adverse event'";

    static final Entries ENTRIES = new Entries(List.of(
            new EntrySource(
                    "ruling",
                    "seq",
                    List.of("WORDS_RULED", "RULING_IMPORTED"),
                    "r.taken_at",
                    "coalesce(r.taken_by, r.who)",
                    "case when r.origin is null then 'WORDS_RULED' else 'RULING_IMPORTED' end",
                    "(select 'review ' || encode(w.key, 'hex') from ruled_words w where w.seq = r.seq)",
                    "select coalesce(nullif(array_to_string(b.terms, ', '), ''), " + NOTHING
                            + ") from ruling b join ruled_words w using (seq) where b.revision = r.revision - 1"
                            + " and w.key = (select s.key from ruled_words s where s.seq = r.seq)",
                    "coalesce(nullif(array_to_string(r.terms, ', '), ''), " + NOTHING + ")",
                    "null"),
            new EntrySource(
                    "recoding",
                    "id",
                    List.of("RECODING_ORDERED"),
                    "r.asked_at",
                    "r.who",
                    "case r.kind when 'VOCABULARY' then 'RECODING_ORDERED' end",
                    "'vocabulary ' || r.vocabulary",
                    "null",
                    "null",
                    "r.reason")));

    private WhoDidWhat() {}
}
