package io.dripline.classification.recoding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * With which vocabulary the stored sessions were coded, what recoding them would change, and how far it is.
 *
 * @param vocabulary the one in use
 * @param sessions how many active sessions were coded with which version
 * @param preview what recoding would change
 * @param recoding the last one that was asked for; null if none ever was
 * @param rulings rulings that are still being applied to past sessions
 */
@Schema(requiredProperties = {"vocabulary", "sessions", "preview", "recoding", "rulings", "indexing"})
public record RecodingState(
        String vocabulary,
        List<CodedWith> sessions,
        @JsonInclude @Nullable Preview preview,
        @JsonInclude @Nullable Recoding recoding,
        long rulings,
        boolean indexing) {

    /** Active sessions that were coded with one version of the vocabulary. */
    public record CodedWith(String vocabulary, long sessions) {}

    /** How far something is. */
    public enum Progress {
        RUNNING,
        DONE
    }

    /**
     * What would change, counted as far as it is.
     *
     * @param sessions looked at so far
     * @param of all that are coded with another vocabulary
     * @param changed sessions of which a coding would change
     * @param events by categories before and after, unchanged ones too
     */
    public record Preview(
            Progress state,
            long sessions,
            long of,
            long changed,
            List<EventChange> events,
            @JsonInclude @Nullable Instant finishedAt) {}

    /**
     * A recoding.
     *
     * @param sessions looked at so far
     * @param of all that it is about
     * @param changed sessions of which a coding changed
     */
    public record Recoding(
            Progress state,
            long sessions,
            long of,
            long changed,
            String vocabulary,
            @JsonInclude @Nullable String reason,
            String who,
            Instant askedAt,
            @JsonInclude @Nullable Instant finishedAt) {}
}
