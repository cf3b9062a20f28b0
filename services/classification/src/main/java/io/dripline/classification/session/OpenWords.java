package io.dripline.classification.session;

import static io.dripline.contracts.deadletter.DeadLetterCause.BROKEN_INVARIANT;

import io.dripline.classification.text.FreeText;
import io.dripline.contracts.ContractJson;
import io.dripline.contracts.RefusedRecordException;
import io.dripline.contracts.session.EventWords;
import io.dripline.contracts.session.ReportedSession;
import io.dripline.contracts.session.WordsKey;
import io.dripline.privacy.identifier.MaskIdentifiers;
import io.dripline.privacy.seal.DataKey;
import io.dripline.privacy.seal.SealBrokenException;
import io.dripline.privacy.seal.TextPlace;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens the words of a record with the key that came beside it, or with the one that was kept when it became a dead letter. */
@Singleton
class OpenWords {

    private final FreeText freeText;

    OpenWords(FreeText freeText) {
        this.freeText = freeText;
    }

    /** Whether only a kept key can open a record's words. */
    static boolean needsKeptKey(Received report) {
        return report.session().words() != null && report.wordsKey() == null;
    }

    /**
     * The report with its words in the open, and masked. Records of earlier builds have them there as they were typed.
     *
     * @param kept keys that were kept
     * @throws RefusedRecordException where there is no key, or it does not open the words
     * @throws SecretMissingException where no secret opens the key
     */
    Received open(Received report, Map<TextPlace, byte[]> kept) {
        ReportedSession session = report.session();
        if (session.words() == null) {
            return report.inTheOpen(masked(session), freeText.newKey());
        }
        WordsKey beside = report.wordsKey();
        byte[] wrapped = beside == null ? kept.get(new TextPlace(session.id(), session.version())) : beside.wrapped();
        if (wrapped == null) {
            throw refused(
                    session, "expected the key of its words in the header %s, found none".formatted(WordsKey.HEADER));
        }
        if (wrapped.length != DataKey.WRAPPED_BYTES) {
            throw refused(
                    session, "expected a key of %d bytes, found %d".formatted(DataKey.WRAPPED_BYTES, wrapped.length));
        }
        DataKey key = unwrap(session, wrapped);
        try {
            String words = key.open(
                    Base64.getDecoder().decode(session.words()),
                    ReportedSession.wordsPlace(session.id(), session.version()));
            return report.inTheOpen(
                    session.inTheOpen(
                            ContractJson.readKeyedByIds(words.getBytes(StandardCharsets.UTF_8), EventWords.class)),
                    key);
        } catch (SealBrokenException | IllegalArgumentException e) {
            throw refused(session, "expected words that were sealed by its key");
        }
    }

    private DataKey unwrap(ReportedSession session, byte[] wrapped) {
        try {
            return freeText.open(wrapped);
        } catch (SealBrokenException e) {
            throw new SecretMissingException(
                    "session %s version %d: no secret of dripline.free-text.keys opens the key of its words"
                            .formatted(session.id(), session.version()),
                    e);
        }
    }

    private static ReportedSession masked(ReportedSession session) {
        return new ReportedSession(
                session.schema(),
                session.id(),
                session.version(),
                session.status(),
                session.clinic(),
                session.patient(),
                session.firstReceivedAt(),
                session.receivedAt(),
                session.attributes(),
                session.adverseEvents().stream()
                        .map(event -> event.inTheWords(masked(event.verbatim())))
                        .toList(),
                null,
                session.erasedAt());
    }

    private static @Nullable String masked(@Nullable String verbatim) {
        return verbatim == null ? null : MaskIdentifiers.in(verbatim);
    }

    private static RefusedRecordException refused(ReportedSession session, String what) {
        return new RefusedRecordException(
                BROKEN_INVARIANT, "session %s version %d: %s".formatted(session.id(), session.version(), what));
    }
}
