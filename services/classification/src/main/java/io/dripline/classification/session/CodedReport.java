package io.dripline.classification.session;

import io.dripline.classification.words.IndexedSession;
import io.dripline.coding.HeldWords;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.session.SessionStatus;
import java.util.List;

/**
 * A session version after its first coding, ready to be stored.
 *
 * @param report what was coded; its words are stored apart
 * @param session as it will be published: without the reporter's words
 * @param vocabulary version of the vocabulary that coded it
 * @param held the words by which a ruling finds it
 */
record CodedReport(Received report, CodedSession session, String vocabulary, List<HeldWords> held) {

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
