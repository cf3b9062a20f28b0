package io.dripline.coding;

import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.coding.MeddraTerm;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a coding is in a licensee's MedDRA: by the wording that matched if MedDRA has it, else by the term. */
final class FindMeddra {

    /** A wording that MedDRA has, and the term that it is coded with. */
    record Listed(String term, MeddraTerm meddra) {}

    static final FindMeddra NONE = new FindMeddra(null, Map.of(), Map.of(), Map.of(), List.of());

    private final @Nullable ReadWording reading;
    private final Map<String, Listed> byText;
    private final Map<String, Listed> byStems;
    private final Map<String, MeddraTerm> byTerm;
    private final List<ClassPlace> places;

    /**
     * @param byText the wordings that MedDRA alone has, as it writes them
     * @param byStems the wordings that the open vocabularies have too
     * @param byTerm by term id
     */
    FindMeddra(
            @Nullable ReadWording reading,
            Map<String, Listed> byText,
            Map<String, Listed> byStems,
            Map<String, MeddraTerm> byTerm,
            List<ClassPlace> places) {
        this.reading = reading;
        this.byText = Map.copyOf(byText);
        this.byStems = Map.copyOf(byStems);
        this.byTerm = Map.copyOf(byTerm);
        this.places = List.copyOf(places);
    }

    List<ClassPlace> places() {
        return places;
    }

    Coding complete(Coding coding) {
        return reading == null ? coding : coding.with(of(coding, reading));
    }

    LocatedResult complete(LocatedResult located) {
        if (reading == null) {
            return located;
        }
        CodingResult result = located.result();
        return new LocatedResult(
                new CodingResult(
                        result.events().stream().map(this::complete).toList(),
                        result.dropped(),
                        result.needsReview(),
                        result.vocabulary()),
                located.events(),
                located.dropped());
    }

    private CodedText complete(CodedText text) {
        Coding coding = text.coding();
        return coding == null ? text : new CodedText(text.text(), complete(coding), text.candidates());
    }

    private @Nullable MeddraTerm of(Coding coding, ReadWording reading) {
        Listed listed = byText.get(coding.matched());
        if (listed == null) {
            listed = byStems.get(BuildVocabulary.key(reading.words(coding.matched())));
        }
        return listed != null && listed.term.equals(coding.term()) ? listed.meddra : byTerm.get(coding.term());
    }
}
