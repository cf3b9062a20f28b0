package io.dripline.coding;

import io.dripline.contracts.coding.Category;
import java.util.List;

/** What a sequence of words can mean: a vocabulary entry, a cue about the entries near it, or a name to ask about. */
sealed interface Meaning {

    /**
     * A wording of a term that the policy places.
     *
     * @param terms one, or several that one phrase names: "visual and auditory hallucinations"
     * @param text the wording as the vocabulary has it
     * @param words its words without the silent ones
     * @param toTheLetter true: other forms of its words mean something else ("high", but not "raised")
     */
    record Entry(List<CodeableTerm> terms, String text, Kind kind, List<Word> words, boolean toTheLetter)
            implements Meaning {

        boolean accepts(List<Word> read) {
            return !toTheLetter || isSame(words, read);
        }
    }

    /** A term that has a category. */
    record CodeableTerm(String id, Category category) {}

    /** How a wording came to stand for its term; the order is that of preference. */
    enum Kind {
        NAME,
        LEXICON,
        SYNONYM,
        /** A lowest-level term of a licensee's MedDRA. */
        MEDDRA
    }

    /** Words that stand for a cue. Those that decide about a term are taken to the letter: "stops" is no "stopped". */
    record Signal(Cue cue, List<Word> words) implements Meaning {

        boolean accepts(List<Word> read) {
            return cue == Cue.QUALIFIER
                    || cue == Cue.ABILITY
                    || cue == Cue.TEST
                    || cue == Cue.TIME
                    || cue == Cue.STATEMENT
                    || isSame(words, read);
        }
    }

    /** Words that hold a cue and are a name nevertheless: nothing in them is read on its own, and a person decides. */
    record Question(List<Word> words) implements Meaning {}

    private static boolean isSame(List<Word> words, List<Word> read) {
        return read.stream()
                .map(Word::plain)
                .toList()
                .equals(words.stream().map(Word::plain).toList());
    }

    /** What words say about the terms near them; {@code cues.tsv}. The scope of each is told in {@link BoundScopes}. */
    enum Cue {
        /** What follows did not happen: nil, without, not. After a term it may speak of that: "nausea: nil". */
        NO,
        /** The same, over a longer list, and mostly of the term before it when it stands after one: denied. */
        DENIAL,
        /** What stands before it did not happen: absent, not reported. */
        ABSENT,
        /** Looks like a negation and is none: no relief from, not only. */
        PSEUDO,
        /** What follows was there before: history of, known. */
        HISTORICAL,
        /** What one misses when it is negated, so that "no motivation", "not able to move" may be events. */
        ABILITY,
        /** What stands before it (at the beginning: what follows) was there before: prior to infusion, as always. */
        BEFORE,
        /** Said of something old, it is an event nevertheless: worse. */
        WORSE,
        /** What follows may happen: risk of, warned about, if. */
        HYPOTHETICAL,
        /** What follows happened to somebody else: husband. */
        OTHER_PERSON,
        /** A finding without fault, whatever was examined: normal, stable. */
        NORMAL,
        /** All is well: good, comfortable. */
        WELL,
        TREATMENT,
        /** The name of an examination, which is no finding: LFTs, ECG. */
        TEST,
        /** The monitor is wrong: probe off. */
        ARTEFACT,
        /** A treatment without an event: as prophylaxis. */
        PREVENTION,
        /** Begins a new statement: felt, had, some. */
        STATEMENT,
        /** The same, said by somebody: "husband reports". */
        REPORT,
        /** Ends whatever was said before: but, apart from, because of. */
        BUT,
        /** Time or circumstance follows: after, during. */
        TIME,
        /** Says nothing about which event: patient, twice. */
        QUALIFIER,
        /** How much: mild. Silent, but a term with one is a statement of its own. */
        DEGREE,
        /** No word at all: the, of; removed from texts and from vocabulary entries. */
        SILENT
    }
}
