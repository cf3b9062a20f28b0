package io.dripline.classification.recoding;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a ruling would change of what is stored.
 *
 * @param sessions how many active sessions hold the words
 * @param looked how many of them were coded again to count this, at most {@value PreviewRuling#MOST_SESSIONS}
 * @param changed how many of these would be coded otherwise
 * @param events how many events of these move from some categories to others, the most first; an event whose terms change within
 *     its categories stands with the same on both sides
 */
@Schema(requiredProperties = {"sessions", "looked", "changed", "events"})
public record RulingPreview(long sessions, int looked, int changed, List<EventChange> events) {}
