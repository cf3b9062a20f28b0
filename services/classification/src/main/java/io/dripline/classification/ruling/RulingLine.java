package io.dripline.classification.ruling;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dripline.classification.problem.Body;
import io.dripline.coding.HeldWords;
import io.dripline.coding.NormalForm;
import io.dripline.coding.Vocabulary;
import io.dripline.coding.WordKeys;
import io.dripline.privacy.identifier.FindIdentifiers;
import io.dripline.privacy.identifier.MaskIdentifiers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A ruling as sites exchange it, one a line.
 *
 * @param words in whatever form
 * @param origin the site that ruled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = {"words", "reason", "who", "decidedAt", "origin"})
public record RulingLine(
        String words,
        @Nullable List<String> terms,
        @Nullable Boolean notAnEvent,
        String reason,
        String who,
        Instant decidedAt,
        String origin) {

    private static final int LONGEST_WORDS = 4_000;
    private static final int LONGEST_NAME = 200;
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    /**
     * A ruling as it leaves. Words and reasons of before today's forms were known are held to them once more.
     *
     * @return empty where the words are none that may leave; without what was in them they would be others
     */
    static Optional<RulingLine> of(Ruling ruling, String words, String site) {
        if (!FindIdentifiers.in(words).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RulingLine(
                words,
                ruling.notAnEvent() ? null : ruling.terms(),
                ruling.notAnEvent() ? true : null,
                ruling.reason() == null ? "erased" : MaskIdentifiers.in(ruling.reason()),
                ruling.who(),
                ruling.decidedAt(),
                ruling.origin() == null ? site : ruling.origin()));
    }

    /** Reads a line; throws what a request of its own would be refused with. */
    static MakeRulings.Imported read(byte[] json, Vocabulary vocabulary, WordKeys keys, String takenBy) {
        Body body = Body.read(json, Set.of("words", "terms", "notAnEvent", "reason", "who", "decidedAt", "origin"));
        String words = required(body, "words", LONGEST_WORDS);
        body.refuseIdentifiers("words", FindIdentifiers.kindsIn(words));
        List<String> terms = NewRuling.terms(body, vocabulary);
        String reason = NewRuling.reason(body);
        String who = required(body, "who", LONGEST_NAME);
        Instant decidedAt = body.time("decidedAt");
        if (decidedAt == null && !body.isWrong("decidedAt")) {
            body.broken("decidedAt", "expected when it was decided, found nothing");
        } else if (decidedAt != null && decidedAt.isBefore(Instant.EPOCH)) {
            body.broken("decidedAt", "expected a time after 1970");
        } else if (decidedAt != null && decidedAt.isAfter(Instant.now().plus(CLOCKS_APART))) {
            body.broken("decidedAt", "expected a time that is past");
        }
        String origin = required(body, "origin", LONGEST_NAME);
        String normal = NormalForm.of(words);
        if (normal.isEmpty() && !body.isWrong("words")) {
            body.broken("words", "expected words, found nothing that can be seen");
        }
        body.refuseIfWrong();
        return new MakeRulings.Imported(
                new HeldWords(keys.of(words), normal, false),
                new Decision(terms, reason, who, decidedAt, origin, takenBy));
    }

    private static String required(Body body, String field, int longest) {
        String text = body.text(field, longest);
        if (text == null && !body.isWrong(field)) {
            body.broken(field, "expected a text, found none");
        }
        return text == null ? "" : text;
    }
}
