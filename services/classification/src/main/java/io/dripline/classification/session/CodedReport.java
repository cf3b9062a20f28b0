package io.dripline.classification.session;

import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.session.AdverseEvent;
import java.util.List;

/**
 * A session version after its first coding, ready to be stored.
 *
 * @param session as it will be published: without the reporter's words
 * @param words the events as reported, whose words are stored apart
 * @param vocabulary version of the vocabulary that coded it
 */
record CodedReport(CodedSession session, List<AdverseEvent> words, String vocabulary) {}
