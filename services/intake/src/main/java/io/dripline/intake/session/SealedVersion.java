package io.dripline.intake.session;

import io.dripline.contracts.session.AdverseEvent;
import io.dripline.intake.privacy.FreeText;
import io.dripline.privacy.seal.DataKey;
import io.dripline.privacy.seal.TextPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The free text of one version, sealed by a key of its own: there is nothing to look up before it is written, and nothing that was
 * erased could be sealed or opened again.
 *
 * @param wrapped the key; null where there is no free text
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the driver
record SealedVersion(byte @Nullable [] wrapped, List<Words> words, byte @Nullable [] reason) {

    /** The words of one event. */
    record Words(UUID session, UUID event, byte[] sealed) {}

    static SealedVersion of(VersionedSession session, FreeText freeText) {
        List<AdverseEvent> worded = session.adverseEvents().stream()
                .filter(event -> event.verbatim() != null)
                .toList();
        String reason = session.reason();
        if (worded.isEmpty() && reason == null) {
            return new SealedVersion(null, List.of(), null);
        }
        DataKey key = freeText.newKey();
        TextPlace place = new TextPlace(session.id(), session.version());
        List<Words> words = new ArrayList<>();
        for (AdverseEvent event : worded) {
            words.add(new Words(
                    session.id(), event.id(), key.seal(String.valueOf(event.verbatim()), place.ofWords(event.id()))));
        }
        return new SealedVersion(key.wrapped(), words, reason == null ? null : key.seal(reason, place.ofReason()));
    }
}
