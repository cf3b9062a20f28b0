package io.dripline.coding;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what answers an item of a form by a word or a letter: "palpitations: Y  chest pain: N", "dysuria n  haematuria n", "yes
 * dizziness vomiting no".
 */
final class ReadAnswers {

    private static final Set<String> YES_WORDS = Set.of("y", "yes");

    private static final Pattern NO_LETTER =
            Pattern.compile(".?[-:\u2013=]\\s?N|\\p{L}?\\p{Ll}[:=]\\s?n", Pattern.DOTALL);
    private static final Pattern LABELLED_YES = Pattern.compile(".?[:=?]\\s?(?:y|yes)", Pattern.CASE_INSENSITIVE);

    /** A letter or word behind an item, as an answer: "nausea n vomiting y", but not "n/v", "n's". */
    private static final Pattern ANSWER = Pattern.compile(
            "(?<=\\p{L}[\\s:=])[\\s:=]{0,2}(?<answer>y|n|yes|no)(?![\\p{L}\\p{N}/&+'\u2019-])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern END = Pattern.compile("[ ]{2,}|\\t|\\s*(?:$|[,;.)\\n])");
    private static final Pattern END_OF_STATEMENT = Pattern.compile("\\s*(?:$|[,;.)\\n])");
    private static final Pattern WIDE = Pattern.compile("[ ]{2,}|\\t");
    private static final Pattern NEAR = Pattern.compile("[ \\t:=?]{0,3}");

    private final String report;
    private final boolean areLetters;
    private final boolean areSeveral;

    ReadAnswers(String report) {
        this.report = report;
        this.areLetters = areLetters(report);
        this.areSeveral = ANSWER.matcher(report).results().limit(2).count() > 1;
    }

    /** Whether single letters answer: at least two, of which one is a "y" or stands at an end. An "n" alone may be "and". */
    private static boolean areLetters(String report) {
        int letters = 0;
        boolean isAnswer = false;
        Matcher answer = ANSWER.matcher(report);
        while (answer.find()) {
            String written = answer.group("answer");
            if (written.length() == 1) {
                letters++;
                isAnswer |= written.equalsIgnoreCase("y")
                        || END.matcher(report)
                                .region(answer.end(), report.length())
                                .lookingAt();
            }
        }
        return letters > 1 && isAnswer;
    }

    /** "Vomiting - N", "dysuria n". */
    boolean isNo(Part.Loose loose, Part.Found last) {
        if (isLabelledNo(loose)) {
            return true;
        }
        return loose.to() == loose.from() + 1
                && report.regionMatches(true, loose.from(), "n", 0, 1)
                && isDirectlyBehind(last, loose)
                && (areLetters || isAtEnd(loose));
    }

    /** "Vomiting - N". */
    boolean isLabelledNo(Part.Loose loose) {
        return NO_LETTER
                .matcher(report)
                .region(Math.max(0, loose.from() - 3), loose.to())
                .matches();
    }

    /** "Palpitations: Y  chest pain: N": what follows is the next question. */
    boolean isLabelledYes(Part part) {
        return LABELLED_YES
                .matcher(report)
                .region(Math.max(0, part.from() - 2), part.to())
                .matches();
    }

    /** "Nausea yes headache no". */
    boolean isYesOf(Part part, Part.Found last) {
        return isYes(part) && isDirectlyBehind(last, part);
    }

    static boolean isYes(Part part) {
        return part instanceof Part.Hint hint
                && hint.words().size() == 1
                && YES_WORDS.contains(hint.words().getFirst().plain());
    }

    /** "Headache no  nausea yes": in columns. A wide gap alone is a slip. */
    boolean endsColumn(Part.Found term, Part.Hint denial) {
        return areSeveral
                && isDirectlyBehind(term, denial)
                && WIDE.matcher(report).region(denial.to(), report.length()).lookingAt();
    }

    /** "Yes dizziness vomiting no": whether the part after the one in i is a term that it affirms. */
    static boolean isBeforeTerm(int i, List<Part> stretch) {
        return stretch.subList(i + 1, stretch.size()).stream()
                .filter(part -> !(part instanceof Part.Filler))
                .findFirst()
                .filter(Part.Found.class::isInstance)
                .isPresent();
    }

    private boolean isAtEnd(Part part) {
        return END_OF_STATEMENT
                .matcher(report)
                .region(part.to(), report.length())
                .lookingAt();
    }

    private boolean isDirectlyBehind(Part.Found last, Part part) {
        return part.from() >= last.to()
                && NEAR.matcher(report).region(last.to(), part.from()).matches();
    }
}
