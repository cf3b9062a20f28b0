package io.dripline.classification.session;

import io.dripline.classification.words.IndexedSession;
import io.dripline.coding.HeldWords;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.session.SessionStatus;
import io.dripline.trace.Hop;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * A session version after its first coding, ready to be stored.
 *
 * @param report what was coded; its words are stored apart
 * @param session as it will be published: without the reporter's words
 * @param vocabulary version of the vocabulary that coded it
 * @param held the words by which a ruling finds it
 * @param hop what codes it, of its report's trace
 */
record CodedReport(Received report, CodedSession session, String vocabulary, List<HeldWords> held, Hop hop) {

    private static final Logger LOG = Logger.getLogger(CodedReport.class);

    /** Its coding is committed. */
    void stored() {
        try (hop) {
            hop.log(LOG, "Session %s version %d is coded", session.id(), session.version());
        }
    }

    IndexedSession indexed() {
        return new IndexedSession(
                session.id(),
                session.version(),
                session.codingRevision(),
                session.status() == SessionStatus.ACTIVE,
                session.clinic(),
                session.receivedAt(),
                vocabulary,
                held);
    }
}
