package io.dripline.coding;

import java.util.List;

/** Codes a reporter's words. Deterministic, thread-safe, linear in the length of the text. */
public final class CodeWords {

    private final Vocabulary vocabulary;
    private final ReadTokens tokens;
    private final FindPhrases phrases;

    public CodeWords(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.tokens = new ReadTokens(vocabulary.forms());
        this.phrases = new FindPhrases(vocabulary.wordings());
    }

    /**
     * What the words say. Never fails and never guesses: what is not recognised, an empty text too, is an event that
     * awaits review; what is stated not to have happened is dropped with the reason.
     */
    public CodingResult code(String verbatim) {
        List<Clause> clauses = SplitClauses.of(phrases.in(tokens.read(verbatim)), verbatim);
        return vocabulary.wordings().meddra().complete(new JudgeClauses(vocabulary, verbatim, clauses).result());
    }
}
