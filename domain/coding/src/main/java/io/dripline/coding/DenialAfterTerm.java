package io.dripline.coding;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which way a denial looks when a term stands before it: "nausea denied by patient" denies the nausea, "headache no
 * vomiting" does not deny the headache, "dizzy denied water" may do either. What may do either is left in one clause,
 * and nothing that holds a denial after a term is coded.
 */
final class DenialAfterTerm {

    /** "Headache nil else": says nothing against the headache. */
    private static final Set<String> REST = Set.of("else", "other", "others", "further", "more", "new");

    /** What may follow "nausea denied" or "no nausea, vomiting" and neither limits it nor states anything. */
    private static final Pattern TRAILING = words("by|patient|pt|client|noted|reported|seen|observed|today|tonight"
            + "|overnight|throughout|(?:during|throughout|in|on|for)(?: whole| entire)? (?:infusion|session|day)"
            + "|this (?:infusion|session|time)|at all|(?:at )?any (?:time|point|stage)|at present");

    /** What may stand between the term and its denial: "nausea was denied", "nausea pt denies". */
    private static final Pattern BETWEEN = words("was|were|is|are|patient|pt|client|he|she|they|has been|have been");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ARTICLES = Pattern.compile("\\b(?:the|a|an) ");
    private static final Pattern LABEL = Pattern.compile("[:=\\t]");
    private static final Pattern DASH = Pattern.compile("[-\\p{Pd}]");

    private DenialAfterTerm() {}

    static boolean isDenial(Part part) {
        return part instanceof Part.Hint hint
                && (hint.cue() == Meaning.Cue.NEGATION || hint.cue() == Meaning.Cue.DENIAL);
    }

    static boolean isOfTheRest(Part part) {
        return part instanceof Part.Hint hint && hint.words().stream().anyMatch(word -> REST.contains(word.plain()));
    }

    /** Whether the denial at {@code i}, which has a term before it, certainly speaks of what follows it alone. */
    static boolean looksForward(List<Part> stretch, int i, String report) {
        Part.Hint denial = (Part.Hint) stretch.get(i);
        if (isOfTheRest(denial)) {
            return true;
        }
        String between = i == 0 ? "" : report.substring(stretch.get(i - 1).to(), denial.from());
        if (LABEL.matcher(between).find()) {
            return false;
        }
        List<Part> rest = stretch.subList(i + 1, stretch.size());
        return switch (first(denial)) {
            case "no", "without" -> hasObject(rest, true) && !isLabelled(between, denial.to(), stretch, report);
            case "nil" -> !DASH.matcher(between).find() && isOneTerm(rest, report);
            case "denied" -> false;
            default -> denial.cue() == Meaning.Cue.DENIAL && hasObject(rest, true);
        };
    }

    /** "Dizzy not nauseous", "nausea not relieved by ondansetron"; but not "nausea did not occur". */
    static boolean notLooksForward(List<Part> rest) {
        return hasObject(rest, false);
    }

    /** Whether the stretch ends in a denial of something before it: "itch nil", "nausea denied by patient". */
    static boolean endsIn(List<Part> stretch, String report) {
        for (int i = stretch.size() - 1; i > 0; i--) {
            Part part = stretch.get(i);
            if (isDenial(part) && !isOfTheRest(part)) {
                return stretch.subList(0, i).stream().anyMatch(DenialAfterTerm::isTerm)
                        && !looksForward(stretch, i, report);
            }
            if (isTerm(part)) {
                return false;
            }
        }
        return false;
    }

    /** "Itch nil vomiting nil" is two statements, "headache no vomiting nil" nobody knows. */
    static boolean areAlike(List<Part> stretch) {
        return stretch.stream()
                        .filter(DenialAfterTerm::isDenial)
                        .map(part -> ((Part.Hint) part).words())
                        .distinct()
                        .count()
                == 1;
    }

    /** Whether a denial, or a "not", in these parts has a term before it. */
    static boolean isIn(List<Part> parts) {
        boolean afterTerm = false;
        for (Part part : parts) {
            if (afterTerm && (isDenial(part) || isNot(part))) {
                return true;
            }
            afterTerm |= part instanceof Part.Found;
        }
        return false;
    }

    /** "Nausea denied by patient", "nausea: nil"; but not "nausea settled nil since", "headache no complaints". */
    static boolean isCertain(Clause clause, String report) {
        List<Part> parts = clause.parts();
        int found = indexOf(parts, part -> part instanceof Part.Found, 0);
        int denial = indexOf(parts, DenialAfterTerm::isDenial, found);
        if (denial < 0) {
            return false;
        }
        Part.Hint hint = (Part.Hint) parts.get(denial);
        boolean isWord = !first(hint).equals("without")
                && !(hint.words().size() > 1 && first(hint).equals("no"));
        return isWord
                && !isOfTheRest(hint)
                && !clause.isNewStatement()
                && parts.subList(0, denial).stream().noneMatch(DenialAfterTerm::isDenial)
                && BETWEEN.matcher(plain(report, parts.get(found).to(), hint.from()))
                        .matches()
                && isTrailing(report, hint.to(), parts.getLast().to());
    }

    /** "Nil", "denied by her mother": a denial of something outside its clause. */
    static boolean isBare(Clause clause, String report) {
        List<Part> parts = clause.parts();
        if (!(parts.getFirst() instanceof Part.Hint hint)
                || isOfTheRest(hint)
                || !(isDenial(hint)
                        || (hint.cue() == Meaning.Cue.NORMAL && last(hint).equals("reported")))) {
            return false;
        }
        String rest = plain(report, hint.to(), parts.getLast().to());
        return (hint.words().size() == 1 || !first(hint).equals("no"))
                && clause.found().isEmpty()
                && (TRAILING.matcher(rest).matches() || rest.startsWith("by "));
    }

    /** Whether the report says nothing from here to there but what {@link #TRAILING} allows. */
    static boolean isTrailing(String report, int from, int to) {
        return TRAILING.matcher(plain(report, from, to)).matches();
    }

    /** "Nausea - no headache - mild" may be a table's rows. */
    private static boolean isLabelled(String before, int from, List<Part> stretch, String report) {
        return DASH.matcher(before).find()
                && DASH.matcher(report.substring(from, stretch.getLast().to())).find();
    }

    private static boolean isOneTerm(List<Part> rest, String report) {
        if (rest.isEmpty() || !(rest.getFirst() instanceof Part.Found found)) {
            return false;
        }
        int next = indexOf(rest, DenialAfterTerm::isDenial, 0);
        int end = next < 0 ? rest.getLast().to() : rest.get(next).from();
        return isTrailing(report, found.to(), end);
    }

    /** Whether something to be denied follows before a word of time, a new statement or another cue. */
    private static boolean hasObject(List<Part> rest, boolean orUnknown) {
        for (Part part : rest) {
            switch (part) {
                case Part.Found found -> {
                    return true;
                }
                case Part.Loose loose -> {
                    return orUnknown;
                }
                case Part.Hint hint -> {
                    if (hint.cue() == Meaning.Cue.TREATMENT) {
                        return true;
                    }
                    if (hint.cue() != Meaning.Cue.QUALIFIER) {
                        return false;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    static boolean isTerm(Part part) {
        return part instanceof Part.Found || part instanceof Part.Loose;
    }

    private static boolean isNot(Part part) {
        return part instanceof Part.Hint hint && hint.cue() == Meaning.Cue.NOT;
    }

    private static String first(Part.Hint hint) {
        return hint.words().getFirst().plain();
    }

    private static String last(Part.Hint hint) {
        return hint.words().getLast().plain();
    }

    private static int indexOf(List<Part> parts, Predicate<Part> sought, int from) {
        for (int i = from; i < parts.size(); i++) {
            if (sought.test(parts.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static Pattern words(String anyOf) {
        return Pattern.compile("(?:(?:" + anyOf + ") )*+");
    }

    /** The words between, each followed by one blank, without articles. */
    private static String plain(String report, int from, int to) {
        String words = NO_LETTERS
                        .matcher(WordForms.plain(report.substring(from, to)))
                        .replaceAll(" ")
                        .strip()
                + " ";
        return words.isBlank() ? "" : ARTICLES.matcher(words).replaceAll("");
    }
}
