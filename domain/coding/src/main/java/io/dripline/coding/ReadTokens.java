package io.dripline.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a text apart into words, numbers and separators, each knowing its place. Linear in the text's length. A question mark
 * before its answer ("Palpitations? None.") separates no more than a colon.
 */
final class ReadTokens {

    private static final Pattern TOKEN =
            Pattern.compile("(?<reference>" + References.PATTERN + ")" + """
            |(?<stop></?\\p{Alpha}[^<>]{0,200}+>|&\\p{Alpha}{2,8};|(?<!\\b(?:incl|approx|sl|esp|mod|sev|eg|ie|etc|resp|temp|inf|assoc|hx))\\.|[;!\\n\\r\\u2022\\u3002\\u2026]|\\?(?!(?<=[\\p{L}\\p{N}?]\\?)\\s*+(?:\\?|(?:y|n|yes|no|nope|nil|none|never|nah|not|ok|okay|fine|good|normal|clear|well|stable)\\b)))\
            |(?<short>(?<![\\p{L}\\p{N}])(?:n&v|n\\+v|d&v|p&n|u[&+]es?|u[&+]e's|e[&+]d|a[&+]e|a&ox?\\d?|r&m|[nv]\\+{1,3}|[+\\u2013\\u2212-]ve|n/v/d(?:/c)?|n\\+v\\+d|[av]-(?:tach|fib|flutter)|[av]\\s(?:tach|fib)|\\p{Alpha}/\\p{Alpha}{1,6})(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}.])(?-i:(?:[A-Z]\\.){2,4}(?![\\p{L}\\p{N}]|\\s+\\p{Lu})))\
            |(?<denied>(?<![\\p{L}\\p{N}])[nv]-(?=[\\s,.;/)]|$))\
            |(?<mark>\\(-\\)|[\\u2610\\u2612\\u2205\\u2300\\u2717\\u2718\\u2715\\u274c\\u2713\\u2714\\u2611\\u2705])\
            |(?<number>\\p{N}+(?:[.,]\\p{N}+)?\\s?(?:mg|mcg|ug|\\u00b5g|ml|mls|l|g|units?|iu)(?:/(?:kg|h|hr|hour|min|day|ml|l)){1,2}(?!\\p{L})|[x\\u00d7]?\\p{N}+(?:[.,:/\\u2013-]\\p{N}+){0,6}+(?:%|\\p{L}{1,4}(?:/\\p{L}{1,3}){0,2})?(?![\\p{L}\\p{N}])|[x\\u00d7]\\p{N}+)\
            |(?<word>\\p{L}[\\p{L}\\p{M}]*+(?:['\\u2019\\u02bc`]\\p{L}[\\p{L}\\p{M}]*+){0,3}+|[\\u2191\\u2193])\
            |(?<odd>\\p{N}+)\
            |(?<comma>[,()\\[\\]{}|])\
            |(?<plus>\\+{2,}|\\+(?=\\s{0,3}(?:[,.;)\\n]|$)))\
            |(?<and>[+&/])\
            |(?<with>\\u2192|[-=]>|(?<=\\s)[-\\u2013\\u2014](?=\\s))\
            """, Pattern.CASE_INSENSITIVE);

    private static final Map<String, Token.Type> SEPARATORS = Map.ofEntries(
            Map.entry("and", Token.Type.AND),
            Map.entry("with", Token.Type.WITH),
            Map.entry("w", Token.Type.WITH),
            Map.entry("plus", Token.Type.WITH),
            Map.entry("also", Token.Type.WITH),
            Map.entry("or", Token.Type.OR),
            Map.entry("nor", Token.Type.OR));

    private static final Pattern FEW = Pattern.compile("\\d{1,2}(?:\\.\\d+)?");

    private static final Pattern ALSO_OF = Pattern.compile(
            "\\s(?:up|down|high|low|raised|elevated|deranged|abnormal|off|increased|decreased)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Denies what follows it; a cue that begins no longer phrase. */
    static final String UNTICKED = "\u2610";

    /** Denies what stands before it, likewise. */
    static final String CROSSED = "\u2612";

    private final WordForms forms;

    ReadTokens(WordForms forms) {
        this.forms = forms;
    }

    /** Of a wording or a cue. */
    List<Token> read(String text) {
        List<Token> tokens = new ArrayList<>();
        read(TOKEN.matcher(text), text, tokens);
        return tokens;
    }

    /** Of a report, whose boxes and signs are answers. */
    List<Token> readReport(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        int from = 0;
        for (ReadTicks.Tick tick : ReadTicks.in(text)) {
            read(matcher.region(from, tick.from()), text, tokens);
            addTick(tick, tokens);
            from = tick.to();
        }
        read(matcher.region(from, text.length()), text, tokens);
        return tokens;
    }

    private void read(Matcher matcher, String text, List<Token> tokens) {
        while (matcher.find()) {
            if (isHours(matcher, tokens, text)) {
                tokens.add(token(matcher, Token.Type.NUMBER));
            } else if (matcher.group("denied") != null) {
                addDenied(matcher, tokens);
            } else if (matcher.group("word") != null
                    || matcher.group("short") != null
                    || matcher.group("mark") != null) {
                addWords(matcher, tokens, text);
            } else {
                tokens.add(token(matcher, type(matcher)));
            }
        }
    }

    /** An answer is a statement of its own, which a denial begins or ends. */
    private void addTick(ReadTicks.Tick tick, List<Token> tokens) {
        if (tick.isBefore() || tick.isNone()) {
            tokens.add(new Token(tick.from(), tick.from(), Token.Type.STOP, List.of()));
        }
        if (!tick.isTicked() && !tick.isNone()) {
            tokens.add(new Token(
                    tick.from(), tick.to(), Token.Type.WORD, forms.words(tick.isBefore() ? UNTICKED : CROSSED)));
        }
        if (!tick.isBefore()) {
            tokens.add(new Token(tick.to(), tick.to(), Token.Type.STOP, List.of()));
        }
    }

    /** "N- V-": no nausea, no vomiting. */
    private void addDenied(Matcher matcher, List<Token> tokens) {
        String sign = matcher.group().substring(0, 1) + "+";
        tokens.add(new Token(matcher.start(), matcher.start() + 1, Token.Type.WORD, forms.words("no")));
        tokens.add(new Token(matcher.start() + 1, matcher.end(), Token.Type.WORD, forms.words(WordForms.plain(sign))));
        tokens.add(new Token(matcher.end(), matcher.end(), Token.Type.STOP, List.of()));
    }

    /** "1 hr" is an hour; "x2 HR up" and "BP 181/99 hr 120" speak of the heart. */
    private static boolean isHours(Matcher matcher, List<Token> tokens, String text) {
        if (!matcher.group().equals("hr") && !matcher.group().equals("hrs") || tokens.isEmpty()) {
            return false;
        }
        Token before = tokens.getLast();
        return before.type() == Token.Type.NUMBER
                && FEW.matcher(text.substring(before.from(), before.to())).matches();
    }

    /** An abbreviation for two things joined by "and" becomes two words and a separator. */
    private void addWords(Matcher matcher, List<Token> tokens, String text) {
        List<Word> words = new ArrayList<>(1);
        for (Word word : forms.words(WordForms.plain(written(matcher)))) {
            Token.Type separator = SEPARATORS.get(word.plain());
            if (separator == null || isAlsoOfValue(word, matcher, text)) {
                words.add(word);
            } else {
                if (!words.isEmpty()) {
                    tokens.add(new Token(matcher.start(), matcher.end(), Token.Type.WORD, List.copyOf(words)));
                    words.clear();
                }
                tokens.add(token(matcher, separator));
            }
        }
        if (!words.isEmpty()) {
            tokens.add(new Token(matcher.start(), matcher.end(), Token.Type.WORD, List.copyOf(words)));
        }
    }

    /** "B.P." is "BP". */
    private static String written(Matcher matcher) {
        return matcher.group("short") == null
                ? matcher.group()
                : matcher.group().replace(".", "");
    }

    /** "LFTs also up": one statement. */
    private static boolean isAlsoOfValue(Word word, Matcher matcher, String text) {
        return word.plain().equals("also")
                && ALSO_OF.matcher(text).region(matcher.end(), text.length()).lookingAt();
    }

    private static Token.Type type(Matcher matcher) {
        if (matcher.group("reference") != null
                || matcher.group("number") != null
                || matcher.group("odd") != null
                || matcher.group("plus") != null) {
            return Token.Type.NUMBER;
        }
        if (matcher.group("comma") != null) {
            return Token.Type.COMMA;
        }
        if (matcher.group("and") != null) {
            return Token.Type.AND;
        }
        return matcher.group("with") != null ? Token.Type.WITH : Token.Type.STOP;
    }

    private static Token token(Matcher matcher, Token.Type type) {
        return new Token(matcher.start(), matcher.end(), type, List.of());
    }
}
