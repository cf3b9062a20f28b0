package io.dripline.coding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the longest known phrase at each place of a text. One walk a word, as deep as the longest phrase. */
final class FindPhrases {

    private final Wordings wordings;

    FindPhrases(Wordings wordings) {
        this.wordings = wordings;
    }

    List<Part> in(List<Token> read) {
        List<Token> tokens = read.stream().map(this::corrected).toList();
        List<Part> parts = new ArrayList<>(tokens.size());
        int i = 0;
        while (i < tokens.size()) {
            Token token = tokens.get(i);
            if (token.type() == Token.Type.NUMBER || isSilent(token)) {
                parts.add(new Part.Filler(token.from(), token.to()));
                i++;
            } else if (token.type() == Token.Type.WORD) {
                i = addLongest(tokens, i, parts);
            } else {
                parts.add(new Part.Gap(token.from(), token.to(), token.type()));
                i++;
            }
        }
        return parts;
    }

    private int addLongest(List<Token> tokens, int start, List<Part> parts) {
        Phrases.@Nullable Node node = wordings.phrases().root();
        @Nullable Part longest = null;
        int end = start;
        for (int i = start; i < tokens.size() && node != null; i++) {
            Token token = tokens.get(i);
            if (token.type() == Token.Type.NUMBER || isSilent(token)) {
                continue;
            }
            node = after(node, token);
            if (node != null && !node.meanings().isEmpty() && token.type() == Token.Type.WORD) {
                @Nullable Part part = part(node.meanings(), tokens.subList(start, i + 1));
                if (part != null) {
                    longest = part;
                    end = i;
                }
            }
        }
        Token first = tokens.get(start);
        if (longest == null) {
            parts.add(new Part.Loose(first.from(), first.to(), first.words()));
            return start + 1;
        }
        parts.add(longest);
        return end + 1;
    }

    private static Phrases.@Nullable Node after(Phrases.Node from, Token token) {
        if (token.isAnd()) {
            return from.after(Phrases.AND);
        }
        if (token.type() != Token.Type.WORD) {
            return null;
        }
        Phrases.@Nullable Node node = from;
        for (Word word : token.words()) {
            if (node == null) {
                return null;
            }
            node = node.after(word.stem());
        }
        return node;
    }

    private @Nullable Part part(List<Meaning> meanings, List<Token> tokens) {
        int from = tokens.getFirst().from();
        int to = tokens.getLast().to();
        List<Word> words = new ArrayList<>();
        for (Token token : tokens) {
            if (token.isAnd()) {
                words.add(new Word("and", "and", Phrases.AND, Word.Change.NONE));
            } else if (!isSilent(token)) {
                words.addAll(token.words());
            }
        }
        Meaning.@Nullable Entry best = null;
        for (Meaning meaning : meanings) {
            if (meaning instanceof Meaning.Entry entry
                    && entry.accepts(words)
                    && (best == null
                            || Likeness.of(entry, words).confidence()
                                    > Likeness.of(best, words).confidence())) {
                best = entry;
            }
        }
        if (best != null) {
            return new Part.Found(from, to, best, List.copyOf(words));
        }
        for (Meaning meaning : meanings) {
            if (meaning instanceof Meaning.Signal signal && signal.accepts(words)) {
                return new Part.Hint(from, to, signal.cue(), List.copyOf(words));
            }
        }
        return null;
    }

    private boolean isSilent(Token token) {
        return token.type() == Token.Type.WORD && token.words().stream().allMatch(wordings::isSilent);
    }

    /** Its words with one wrong letter put right, and without the silent ones of an abbreviation. */
    private Token corrected(Token token) {
        if (token.type() != Token.Type.WORD || isSilent(token)) {
            return token;
        }
        return new Token(
                token.from(),
                token.to(),
                token.type(),
                token.words().stream()
                        .filter(word -> !wordings.isSilent(word))
                        .map(wordings::corrected)
                        .toList());
    }
}
