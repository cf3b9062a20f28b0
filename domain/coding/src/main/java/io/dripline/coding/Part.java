package io.dripline.coding;

import java.util.List;

/** A stretch of the report after the phrases in it were found. */
sealed interface Part {

    /** First character. */
    int from();

    /** After the last character. */
    int to();

    /**
     * Words or a measurement that name events.
     *
     * @param terms empty: a measurement within its limits
     * @param words those that matched; empty for a measurement
     */
    record Found(
            int from, int to, List<Meaning.CodeableTerm> terms, String matched, List<Word> words, Likeness likeness)
            implements Part {

        boolean isMeasured() {
            return words.isEmpty();
        }
    }

    /** A cue about the words near it. */
    record Hint(int from, int to, Meaning.Cue cue, List<Word> words) implements Part {

        boolean is(Meaning.Cue... cues) {
            return List.of(cues).contains(cue);
        }
    }

    /** A word that begins no known phrase. */
    record Loose(int from, int to, List<Word> words) implements Part {}

    /** A number, or a word that says nothing. */
    record Filler(int from, int to, Kind kind) implements Part {

        enum Kind {
            NUMBER,
            /** Says how much: mild, very. */
            DEGREE,
            SILENT
        }
    }

    /** What lies between two statements. */
    record Gap(int from, int to, Token.Type type) implements Part {}
}
