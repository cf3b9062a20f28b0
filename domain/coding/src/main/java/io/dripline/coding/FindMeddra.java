package io.dripline.coding;

import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.coding.MeddraTerm;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a coding is in a licensee's MedDRA: by the words that matched if both vocabularies have these, else by the term. */
final class FindMeddra {

    /** A wording of an open vocabulary that MedDRA has too. */
    record Shared(String term, MeddraTerm meddra) {}

    static final FindMeddra NONE = new FindMeddra(null, Map.of(), Map.of(), List.of());

    private final @Nullable ReadWording reading;
    private final Map<String, Shared> byWording;
    private final Map<String, MeddraTerm> byTerm;
    private final List<ClassPlace> places;

    /**
     * @param byWording by stems
     * @param byTerm by term id
     */
    FindMeddra(
            @Nullable ReadWording reading,
            Map<String, Shared> byWording,
            Map<String, MeddraTerm> byTerm,
            List<ClassPlace> places) {
        this.reading = reading;
        this.byWording = Map.copyOf(byWording);
        this.byTerm = Map.copyOf(byTerm);
        this.places = List.copyOf(places);
    }

    List<ClassPlace> places() {
        return places;
    }

    Coding complete(Coding coding) {
        return reading == null ? coding : coding.with(of(coding, reading));
    }

    CodingResult complete(CodingResult result) {
        if (reading == null) {
            return result;
        }
        return new CodingResult(
                result.events().stream().map(this::complete).toList(),
                result.dropped(),
                result.needsReview(),
                result.vocabulary());
    }

    private CodedText complete(CodedText text) {
        Coding coding = text.coding();
        return coding == null ? text : new CodedText(text.text(), complete(coding), text.candidates());
    }

    private @Nullable MeddraTerm of(Coding coding, ReadWording reading) {
        Shared shared = byWording.get(BuildVocabulary.key(reading.words(coding.matched())));
        return shared != null && shared.term.equals(coding.term()) ? shared.meddra : byTerm.get(coding.term());
    }
}
