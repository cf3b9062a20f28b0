package io.dripline.classification.recoding;

import io.dripline.contracts.coding.CodedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The newest coding of a session's newest version.
 *
 * @param words of its events, as reported; without those that were erased
 */
record StoredCoding(
        UUID id,
        int version,
        int codingRevision,
        boolean active,
        String clinic,
        Instant receivedAt,
        String vocabulary,
        List<CodedEvent> events,
        Map<UUID, String> words) {}
