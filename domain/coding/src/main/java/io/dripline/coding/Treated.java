package io.dripline.coding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the infusions are given for, by {@code treated.tsv}: better pain is their benefit, better nausea an event that passed. */
final class Treated {

    enum Kind {
        /** Better by any word, or scored. */
        PAIN,
        /** Pain of an organ, which may be an effect: better where the infusions are named, or scored. */
        ORGAN,
        /** Better by comparison, or where the infusions are named. */
        MIND,
        /** An effect of the infusions too: only where it stopped with them. */
        ATTACK
    }

    private final Map<String, Kind> kinds = new HashMap<>();

    private Treated() {}

    /** Lines {@code term TAB kind TAB why}. */
    static Treated read(VocabularyFile file, Map<String, Term> terms) {
        Treated treated = new Treated();
        for (VocabularyFile.Line line : file.lines()) {
            String[] columns = line.columns("term", "kind", "why");
            if (!terms.containsKey(columns[0])
                    || treated.kinds.put(columns[0], line.constant(Kind.class, columns[1])) != null) {
                throw line.broken("a term of the vocabulary that has no line yet");
            }
        }
        return treated;
    }

    /** Of the first term that is treated. */
    Optional<Kind> kindOf(List<Meaning.CodeableTerm> terms) {
        return terms.stream()
                .map(term -> kinds.get(term.id()))
                .filter(kind -> kind != null)
                .findFirst();
    }
}
