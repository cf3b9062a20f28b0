package io.dripline.coding;

import java.util.ArrayList;
import java.util.List;

/** Reads the wordings of the vocabulary files as they will be looked for in reports. */
final class ReadWording {

    private final ReadTokens tokens;
    private final Wordings wordings;

    /** @param wordings knows the silent words */
    ReadWording(ReadTokens tokens, Wordings wordings) {
        this.tokens = tokens;
        this.wordings = wordings;
    }

    /** Its words without the silent ones, "and" as a sign. */
    List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        for (Token token : tokens.read(text)) {
            if (token.type() == Token.Type.WORD) {
                token.words().stream().filter(word -> !wordings.isSilent(word)).forEach(words::add);
            } else if (token.isAnd()) {
                words.add(new Word("and", "and", Phrases.AND, Word.Change.NONE));
            } else if (token.type() == Token.Type.NUMBER) {
                String number = WordForms.plain(text.substring(token.from(), token.to()));
                words.add(new Word(number, number, number, Word.Change.NONE));
            }
        }
        return List.copyOf(words);
    }

    /** Whether a word of it vanishes: "absence of" would then be found in "absence seizure". */
    boolean losesWords(String text) {
        return tokens.read(text).stream()
                .anyMatch(token -> (token.type() != Token.Type.WORD && !token.isAnd())
                        || token.words().stream().anyMatch(wordings::isSilent));
    }
}
