package io.dripline.privacy.seal;

import java.util.UUID;

/** The version of a session that a sealed text belongs to; a text opens in its own place alone. */
public record TextPlace(UUID session, int version) {

    /** Where the words of an event are. */
    public String ofWords(UUID event) {
        return "%s/%d/%s".formatted(session, version, event);
    }

    /** Where the reason is for which the version was stated. */
    public String ofReason() {
        return "%s/%d/reason".formatted(session, version);
    }
}
