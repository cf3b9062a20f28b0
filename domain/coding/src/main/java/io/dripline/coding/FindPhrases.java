package io.dripline.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the longest known phrase at each place of a text. One walk a word, as deep as the longest phrase. */
final class FindPhrases {

    private static final Pattern YEAR =
            Pattern.compile(".*\\b(?:in|since|from|until|around)\\s(?:19[5-9]\\d|20[01]\\d|202[0-5])", Pattern.DOTALL);

    private static final Pattern YEARS = Pattern.compile(
            "[x\u00d7]?\\d{1,2}\\+?\\s?(?:years?|yrs?|y)(?![\\p{L}/])(?!\\s?(?:old|of age|[FMfm]\\b|female|male|woman|man|lady))");

    private static final Pattern CHILD = Pattern.compile("[1-9]|1[0-2]");
    private static final Pattern AGED =
            Pattern.compile("\\s(?:aged|at (?:the )?age(?: of)?)\\s", Pattern.CASE_INSENSITIVE);

    /** No more parts are between a term and the age that it is said to have been at. */
    private static final int FEW = 5;

    private final Wordings wordings;

    FindPhrases(Wordings wordings) {
        this.wordings = wordings;
    }

    /** @param measured in their order; what they hold is not read again */
    List<Part> in(List<Token> read, List<Part.Found> measured, String report) {
        List<Token> tokens = read.stream().map(this::corrected).toList();
        List<Part> parts = new ArrayList<>(tokens.size());
        int i = 0;
        int m = 0;
        while (i < tokens.size()) {
            Token token = tokens.get(i);
            while (m < measured.size() && measured.get(m).to() <= token.from()) {
                m++;
            }
            if (m < measured.size() && token.from() >= measured.get(m).from()) {
                if (parts.isEmpty() || parts.getLast() != measured.get(m)) {
                    parts.add(measured.get(m));
                }
                i++;
            } else if (token.type() == Token.Type.NUMBER || isSilent(token)) {
                parts.add(
                        isYear(token, report) || isYears(token, report, parts) || isChildhood(token, report, parts)
                                ? new Part.Hint(token.from(), token.to(), Meaning.Cue.BEFORE, List.of())
                                : new Part.Filler(token.from(), token.to(), kind(token)));
                i++;
            } else if (token.type() == Token.Type.WORD) {
                int end = m < measured.size() ? measured.get(m).from() : Integer.MAX_VALUE;
                i = addLongest(tokens, i, end, parts);
            } else {
                parts.add(new Part.Gap(token.from(), token.to(), token.type()));
                i++;
            }
        }
        return parts;
    }

    /** "In 2016": long ago. */
    private static boolean isYear(Token token, String report) {
        return token.type() == Token.Type.NUMBER
                && YEAR.matcher(report)
                        .region(Math.max(0, token.from() - 7), token.to())
                        .matches();
    }

    /** "Tinnitus 12y", "reflux for 3 years": what was there long before; but not "62 y/o". */
    private static boolean isYears(Token token, String report, List<Part> before) {
        return token.type() == Token.Type.NUMBER
                && YEARS.matcher(report)
                        .region(token.from(), Math.min(report.length(), token.from() + 16))
                        .lookingAt()
                && followsTerm(before);
    }

    /** "Had a seizure aged 12": of a child, which no patient of the infusions is; but not "seizure in a man aged 34". */
    private static boolean isChildhood(Token token, String report, List<Part> before) {
        return token.type() == Token.Type.NUMBER
                && CHILD.matcher(report.substring(token.from(), token.to())).matches()
                && before.reversed().stream()
                        .limit(FEW)
                        .filter(part -> part instanceof Part.Found)
                        .findFirst()
                        .filter(found -> AGED.matcher(
                                        report.substring(Math.min(found.to(), token.from()), token.from()))
                                .matches())
                        .isPresent();
    }

    private static boolean followsTerm(List<Part> before) {
        return before.reversed().stream()
                .filter(part -> !(part instanceof Part.Filler))
                .findFirst()
                .filter(part -> part instanceof Part.Found found && !found.isMeasured())
                .isPresent();
    }

    private Part.Filler.Kind kind(Token token) {
        if (token.type() == Token.Type.NUMBER) {
            return Part.Filler.Kind.NUMBER;
        }
        return token.words().stream().anyMatch(wordings::isDegree) ? Part.Filler.Kind.DEGREE : Part.Filler.Kind.SILENT;
    }

    private int addLongest(List<Token> tokens, int start, int stop, List<Part> parts) {
        Phrases.@Nullable Node node = wordings.phrases().root();
        @Nullable Part longest = null;
        int end = start;
        for (int i = start; i < tokens.size() && node != null && tokens.get(i).from() < stop; i++) {
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
            return new Part.Found(from, to, best.terms(), best.text(), List.copyOf(words), Likeness.of(best, words));
        }
        for (Meaning meaning : meanings) {
            if (meaning instanceof Meaning.Signal signal && signal.accepts(words)) {
                return new Part.Hint(from, to, signal.cue(), List.copyOf(words));
            }
            if (meaning instanceof Meaning.Question) {
                return new Part.Loose(from, to, List.copyOf(words));
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
