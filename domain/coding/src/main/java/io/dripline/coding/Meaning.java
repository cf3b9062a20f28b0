package io.dripline.coding;

import io.dripline.contracts.coding.Category;
import java.util.List;

/** What a sequence of words can mean: a vocabulary entry, or a cue about the entries near it. */
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
            return !toTheLetter
                    || read.stream()
                            .map(Word::plain)
                            .toList()
                            .equals(words.stream().map(Word::plain).toList());
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

    /** Words that stand for a cue. Those that decide about a clause are taken to the letter: "stops" is no "stopped". */
    record Signal(Cue cue, List<Word> words) implements Meaning {

        boolean accepts(List<Word> read) {
            return cue == Cue.QUALIFIER
                    || cue == Cue.EXCEPTION
                    || cue == Cue.TIME
                    || cue == Cue.STATEMENT
                    || read.stream()
                            .map(Word::plain)
                            .toList()
                            .equals(words.stream().map(Word::plain).toList());
        }
    }

    /** What words say about the rest of their clause; {@code cues.tsv}. */
    enum Cue {
        /** Says that what follows did not happen: nil, without. */
        NEGATION,
        /** Says so of a whole list: denies, negative for. */
        DENIAL,
        /** Negates a verb or adjective: not, did not. */
        NOT,
        HISTORICAL,
        /** Says that the whole clause was before the session: prior to infusion. */
        BEFORE,
        /** A finding without fault, whatever was examined: normal, stable. */
        NORMAL,
        /** Says that all is well, but only on its own: good, comfortable. */
        WELL,
        TREATMENT,
        /** A treatment without an event: as prophylaxis. */
        PREVENTION,
        /** Begins a new statement, which a negation before it does not reach: felt, had, some. */
        STATEMENT,
        /** Limits, explains or heightens what is said, which is then never dropped: only, until, despite, worse. */
        EXCEPTION,
        /** Time or circumstance follows: after, during. */
        TIME,
        /** Says nothing about which event: mild, patient. */
        QUALIFIER,
        /** No word at all: the, of; removed from texts and from vocabulary entries. */
        SILENT
    }
}
