package io.dripline.reporting.incidence;

import org.jdbi.v3.core.Handle;

/**
 * Judgements that are asked for although no count changed, because something changed in what is judged. Whichever instance
 * applies takes them, after they were committed; one that fails before it has judged begins by judging everything.
 */
public final class JudgementsDue {

    /** Asks for everything to be judged once the transaction is committed. */
    public void ask(Handle handle) {
        handle.execute("insert into judgement_due default values");
    }

    /** Takes what was asked for; whether there was anything. */
    boolean take(Handle handle) {
        return handle.execute("delete from judgement_due") > 0;
    }
}
