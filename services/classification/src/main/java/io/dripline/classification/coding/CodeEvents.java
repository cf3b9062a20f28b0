package io.dripline.classification.coding;

import io.dripline.coding.CodeWords;
import io.dripline.coding.CodedText;
import io.dripline.coding.CodingResult;
import io.dripline.coding.Vocabulary;
import io.dripline.contracts.coding.CodedEvent;
import io.dripline.contracts.session.AdverseEvent;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Codes one reported event by its words. */
@Singleton
public class CodeEvents {

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
     * seriousness does: whoever states a hospitalisation has seen something.
     */
    public CodedEvent code(AdverseEvent event) {
        CodingResult result = words.code(event.verbatim());
        boolean seriousWithoutEvent =
                result.events().isEmpty() && !event.seriousness().isEmpty();
        return new CodedEvent(
                event.id(),
                event.severity(),
                event.seriousness(),
                result.events().stream()
                        .map(CodedText::coding)
                        .filter(Objects::nonNull)
                        .toList(),
                result.needsReview() || seriousWithoutEvent);
    }
}
