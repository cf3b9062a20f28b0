package io.dripline.classification.coding;

import io.dripline.coding.CodeWords;
import io.dripline.coding.CodedText;
import io.dripline.coding.CodingResult;
import io.dripline.coding.Vocabulary;
import io.dripline.contracts.coding.CodedEvent;
import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.session.AdverseEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Codes one reported event by its words, or by what they were coded as before they were erased. */
@Singleton
public class CodeEvents {

    /**
     * Words that name more terms than this are a list and no event. Without a limit 4,000 characters hold 468 of the shortest
     * terms, and a session of such events would take 11 MB; see {@link io.dripline.contracts.Topics#LONGEST_RECORD}.
     */
    static final int MOST_CODINGS = 40;

    private final Vocabulary vocabulary;
    private final CodeWords words;

    CodeEvents(Vocabulary vocabulary, CodeWords words) {
        this.vocabulary = vocabulary;
        this.words = words;
    }

    /** Version of the vocabulary in use. */
    public String vocabulary() {
        return vocabulary.version();
    }

    /**
     * The event with every term found in its words.
     *
     * <p>It awaits review when part of its words is not understood, and also when its words state no event although its
     * seriousness does: whoever states a hospitalisation has seen something. Of more than {@value #MOST_CODINGS} terms
     * the first count, and the rest waits for a person.
     *
     * <p>Where its words were erased it keeps the coding that it had. Without one it awaits review for ever: nobody knows
     * any more what it was, so it is neither counted as something nor as nothing.
     *
     * @param before how this event was coded last, null if it never was; asked for only where the words were erased
     */
    public CodedEvent code(AdverseEvent event, @Nullable CodedEvent before) {
        String verbatim = event.verbatim();
        if (verbatim == null) {
            return before == null
                    ? coded(event, List.of(), true)
                    : coded(event, before.codings(), before.awaitingReview());
        }
        CodingResult result = words.code(verbatim);
        List<Coding> codings = result.events().stream()
                .map(CodedText::coding)
                .filter(Objects::nonNull)
                .toList();
        return coded(
                event,
                codings.stream().limit(MOST_CODINGS).toList(),
                result.needsReview() || codings.size() > MOST_CODINGS);
    }

    private static CodedEvent coded(AdverseEvent event, List<Coding> codings, boolean needsReview) {
        boolean seriousWithoutEvent = codings.isEmpty() && !event.seriousness().isEmpty();
        return new CodedEvent(
                event.id(), event.severity(), event.seriousness(), codings, needsReview || seriousWithoutEvent);
    }
}
