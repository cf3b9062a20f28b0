package io.dripline.classification.coding;

import io.dripline.coding.ApplyRulings;
import io.dripline.coding.CodedText;
import io.dripline.coding.CodingResult;
import io.dripline.coding.HeldWords;
import io.dripline.coding.RuledText;
import io.dripline.coding.Vocabulary;
import io.dripline.contracts.ContractJson;
import io.dripline.contracts.coding.CodedEvent;
import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.session.AdverseEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Codes one reported event by its words, or by what they were coded as before they were erased. */
@Singleton
public class CodeEvents {

    /**
     * Words that name more terms than this are a list and no event. Without a limit 4,000 characters hold 468 of the shortest
     * terms, and a session of such events would take 11 MB; see {@link io.dripline.contracts.Topics#LONGEST_RECORD}.
     */
    static final int MOST_CODINGS = 40;

    /**
     * Bytes that the codings of one event may take in a record. The open vocabulary needs 256 a coding at most; with a
     * licensee's longest names it is 1,500 and more, and then fewer count.
     */
    static final int LONGEST_CODINGS = 13_000;

    private final Vocabulary vocabulary;

    CodeEvents(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * An event and the words by which a ruling finds it.
     *
     * @param words none where they were erased
     */
    public record EventWords(CodedEvent event, List<HeldWords> words) {}

    /** Version of the vocabulary in use. */
    public String vocabulary() {
        return vocabulary.version();
    }

    /**
     * The event with every term found in its words.
     *
     * <p>It awaits review when part of its words is not understood, and also when its words state no event although its
     * seriousness does: whoever states a hospitalisation has seen something, unless a person ruled that it was no adverse
     * event. Of more than {@value #MOST_CODINGS} terms, or more than {@value #LONGEST_CODINGS} bytes of them, the first count,
     * and the rest waits for a person.
     *
     * <p>Where its words were erased it keeps the coding that it had. Without one it awaits review for ever: nobody knows
     * any more what it was, so it is neither counted as something nor as nothing.
     *
     * @param before how this event was coded last, null if it never was; asked for only where the words were erased
     */
    public EventWords code(AdverseEvent event, @Nullable CodedEvent before, ApplyRulings coder) {
        CodedEvent uncoded = new CodedEvent(event.id(), event.severity(), event.seriousness(), List.of(), true);
        return event.verbatim() == null
                ? new EventWords(
                        before == null ? uncoded : coded(uncoded, before.codings(), before.awaitingReview()), List.of())
                : codeAgain(uncoded, event.verbatim(), coder);
    }

    /** The event with the terms that are found in its words now. */
    public EventWords codeAgain(CodedEvent event, String verbatim, ApplyRulings coder) {
        RuledText text = coder.code(verbatim);
        CodingResult result = text.result();
        List<Coding> codings = result.events().stream()
                .map(CodedText::coding)
                .filter(Objects::nonNull)
                .toList();
        boolean seriousWithoutEvent = codings.isEmpty() && !event.seriousness().isEmpty() && !text.isRuledOut();
        List<Coding> counted = bounded(codings);
        CodedEvent coded =
                coded(event, counted, result.needsReview() || counted.size() < codings.size() || seriousWithoutEvent);
        return new EventWords(coded, awaitingIf(coded.awaitingReview(), text.held()));
    }

    private static List<Coding> bounded(List<Coding> codings) {
        int bytes = 0;
        int count = 0;
        while (count < Math.min(codings.size(), MOST_CODINGS)) {
            bytes += ContractJson.write(codings.get(count)).length + 1;
            if (bytes > LONGEST_CODINGS) {
                break;
            }
            count++;
        }
        return codings.subList(0, count);
    }

    /** The event as it was coded, with the words that it holds. */
    public EventWords keep(CodedEvent event, EventWords again) {
        return new EventWords(event, awaitingIf(event.awaitingReview(), again.words()));
    }

    /** Where an event awaits review for another reason than some of its words, all of them do: the first. */
    private static List<HeldWords> awaitingIf(boolean awaitsReview, List<HeldWords> held) {
        if (awaitsReview == held.stream().anyMatch(HeldWords::awaiting)) {
            return held;
        }
        return IntStream.range(0, held.size())
                .mapToObj(i -> new HeldWords(held.get(i).key(), held.get(i).words(), awaitsReview && i == 0))
                .toList();
    }

    private static CodedEvent coded(CodedEvent event, List<Coding> codings, boolean awaitsReview) {
        return new CodedEvent(event.id(), event.severity(), event.seriousness(), codings, awaitsReview);
    }
}
