package io.dripline.classification.session;

import io.dripline.contracts.coding.CodedSession;

/**
 * A session version after its first coding, ready to be stored.
 *
 * @param report what was coded; its words are stored apart
 * @param session as it will be published: without the reporter's words
 * @param vocabulary version of the vocabulary that coded it
 */
record CodedReport(Received report, CodedSession session, String vocabulary) {}
