package io.dripline.coding;

import java.util.List;

/** A stretch of the report after the phrases in it were found. */
sealed interface Part {

    /** First character. */
    int from();

    /** After the last character. */
    int to();

    /** A wording of a term, with the words that matched it. */
    record Found(int from, int to, Meaning.Entry entry, List<Word> words) implements Part {}

    /** A cue about the words near it. */
    record Hint(int from, int to, Meaning.Cue cue, List<Word> words) implements Part {}

    /** A word that begins no known phrase. */
    record Loose(int from, int to, List<Word> words) implements Part {}

    /** A number, or a word that says nothing. */
    record Filler(int from, int to) implements Part {}

    /** What lies between two statements. */
    record Gap(int from, int to, Token.Type type) implements Part {}
}
