package io.dripline.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Splits a report into statements: at separators (those inside a found phrase, "pins and needles", are no longer seen),
 * and before a cue that speaks of what follows it ("headache no vomiting"). Decides which way a denial that stands after a
 * term looks: "nausea nil, itch nil" denies both, "headache no vomiting" one.
 */
final class SplitClauses {

    /** Denials that may stand after their term; "nil else" and "not" do not. */
    private static final Set<String> AFTER_TERM =
            Set.of("no", "nil", "none", "nope", "denied", "denies", "never", "\u2205", "\u2300", "(-)");

    private static final Set<String> AUXILIARY =
            Set.of("has", "have", "had", "been", "was", "were", "is", "now", "then", "since", "also", "both");

    /** Nobody states more in one breath; what is longer is cut, so that time stays linear. */
    private static final int LONGEST_CLAUSE = 60;

    private static final Pattern FOR = Pattern.compile("\\s(?:for|of|from|re)\\b");
    private static final Pattern POSSIBLE = Pattern.compile("\\s(?:is|are|be)\\s");
    private static final Pattern LABELLED = Pattern.compile("\\?\\s?$|(?<![\\p{L}\\d])\\p{Lu}{1,4}\\s?[:=?]\\s?$");
    private static final Pattern LABEL = Pattern.compile("[:=?\\t]");
    private static final Pattern ZERO = Pattern.compile("[xX\u00d7]?\\s?0+(?:/\\d+)?");

    private final String report;
    private final ReadAnswers answers;
    private final List<Clause> clauses = new ArrayList<>();
    private List<Part> current = new ArrayList<>();
    private Token.Type before = Token.Type.STOP;

    private SplitClauses(String report) {
        this.report = report;
        this.answers = new ReadAnswers(report);
    }

    static List<Clause> of(List<Part> parts, String report) {
        SplitClauses split = new SplitClauses(report);
        int end = 0;
        for (int i = 0; i < parts.size(); i = end + 1) {
            end = i;
            while (end < parts.size() && !(parts.get(end) instanceof Part.Gap)) {
                end++;
            }
            split.addStretch(parts.subList(i, end));
            if (end < parts.size() && parts.get(end) instanceof Part.Gap gap) {
                split.gap(gap.type());
            }
        }
        return split.clauses;
    }

    private void addStretch(List<Part> stretch) {
        boolean endsInAnswer = endsInAnswer(stretch);
        int lastContent = last(stretch, SplitClauses::isContent);
        boolean hasContent = false;
        Part.Found last = null;
        boolean isDenied = false;
        boolean isAffirmed = false;
        for (int i = 0; i < stretch.size(); i++) {
            Part part = stretch.get(i);
            part = turned(part);
            if (part instanceof Part.Hint hint
                    && hint.is(Meaning.Cue.ABSENT)
                    && isRuledOut(hint)
                    && !followsTerm(i, stretch)
                    && isBeforeTerm(i, stretch)) {
                // "CT excluded bleed"
                part = new Part.Hint(part.from(), part.to(), Meaning.Cue.NO, hint.words());
            }
            if (part instanceof Part.Hint hint
                    && hint.is(Meaning.Cue.NO)
                    && report.startsWith(":", part.to())
                    && says(hint.words(), "not")) {
                part = new Part.Hint(part.from(), part.to(), Meaning.Cue.PSEUDO, hint.words());
            }
            if (part instanceof Part.Hint hint && hint.is(Meaning.Cue.HISTORICAL) && hasContent && lastContent < i) {
                // "diabetes known", "migraine history"
                part = new Part.Hint(part.from(), part.to(), Meaning.Cue.BEFORE, hint.words());
            }
            if (part instanceof Part.Hint hint && last != null && isPossible(last, hint)) {
                part = new Part.Hint(part.from(), part.to(), Meaning.Cue.ABSENT, List.of());
            } else if (part instanceof Part.Loose loose && last != null && isFree(loose, last)) {
                part = new Part.Hint(part.from(), part.to(), Meaning.Cue.ABSENT, List.of());
            } else if ((part instanceof Part.Filler filler && last != null && isZero(filler))
                    || (part instanceof Part.Loose loose
                            && (last == null ? answers.isLabelledNo(loose) : answers.isNo(loose, last)))) {
                part = new Part.Hint(part.from(), part.to(), Meaning.Cue.ABSENT, List.of());
            } else if (part instanceof Part.Hint hint && hint.is(Meaning.Cue.NO, Meaning.Cue.DENIAL)) {
                if (last != null
                        && hint.words().size() == 1
                        && AFTER_TERM.contains(hint.words().getFirst().plain())
                        && looksBack(last, hint, endsInAnswer || lastContent < i)) {
                    part = new Part.Hint(hint.from(), hint.to(), Meaning.Cue.ABSENT, hint.words());
                } else if (hasContent && isLabelled(hint) || isRuledOut(hint) && followsTerm(i, stretch)) {
                    part = new Part.Hint(hint.from(), hint.to(), Meaning.Cue.ABSENT, hint.words());
                } else if (last == null
                        && !hasContent
                        && lastContent < i
                        && isBare(hint)
                        && !isFollowedByName(stretch.subList(i + 1, Math.min(stretch.size(), i + 4)))) {
                    part = new Part.Hint(hint.from(), hint.to(), Meaning.Cue.ABSENT, hint.words());
                }
            }
            if (part instanceof Part.Hint hint && (hasContent && begins(hint)) || (isDenied && isContent(part))) {
                close(Token.Type.NUMBER);
                hasContent = false;
                last = null;
                isDenied = false;
            }
            if (isScoredZero(i, stretch)) {
                close(Token.Type.NUMBER);
                hasContent = false;
                last = null;
                isDenied = false;
            }
            boolean isYes = ReadAnswers.isYes(part) && ReadAnswers.isBeforeTerm(i, stretch);
            if (isYes && isDenying()) {
                // "no nausea, yes vomiting"
                close(Token.Type.STOP);
                gap(Token.Type.STOP);
                hasContent = false;
                last = null;
                isDenied = false;
            }
            if (part instanceof Part.Hint hint && hint.is(Meaning.Cue.BUT)) {
                close(Token.Type.STOP);
                gap(Token.Type.STOP);
                hasContent = false;
                last = null;
                isDenied = false;
            }
            if (current.size() >= LONGEST_CLAUSE) {
                close(Token.Type.NUMBER);
            }
            current.add(part);
            hasContent |= isContent(part);
            if (part instanceof Part.Found found) {
                last = found;
            }
            isDenied |= hasContent
                    && ((part instanceof Part.Hint hint && hint.is(Meaning.Cue.ABSENT))
                            || answers.isLabelledYes(part)
                            || (last != null && answers.isYesOf(part, last))
                            || (isAffirmed && part instanceof Part.Found));
            isAffirmed = isYes && endsInAnswer || isAffirmed && part instanceof Part.Filler;
        }
        close(Token.Type.NUMBER);
    }

    /** "MI ruled out", "PE excluded": said of what was suspected. */
    static boolean isRuledOut(Part.Hint hint) {
        return says(hint.words(), "ruled", "excluded", "rule", "exclude");
    }

    /**
     * "DVT has been ruled out", but not "chest pain CT ruled out PE", "chest pain ruled out for MI": there the cue speaks of
     * what follows.
     */
    private boolean followsTerm(int i, List<Part> stretch) {
        if (isFollowedByFor(stretch.get(i))) {
            return false;
        }
        for (int before = i - 1; before >= 0; before--) {
            switch (stretch.get(before)) {
                case Part.Found found -> {
                    return true;
                }
                case Part.Filler filler -> {}
                case Part.Loose loose when isAuxiliary(loose.words()) -> {}
                case Part.Hint hint when isAuxiliary(hint.words()) -> {}
                case Part.Hint hint when hint.is(Meaning.Cue.TIME, Meaning.Cue.QUALIFIER, Meaning.Cue.DEGREE) -> {}
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    private static boolean isAuxiliary(List<Word> words) {
        return !words.isEmpty() && words.stream().allMatch(word -> AUXILIARY.contains(word.plain()));
    }

    private static boolean isBeforeTerm(int i, List<Part> stretch) {
        return stretch.subList(i + 1, stretch.size()).stream().anyMatch(Part.Found.class::isInstance);
    }

    /** "Dizziness is possible". */
    private boolean isPossible(Part.Found term, Part.Hint hint) {
        return hint.from() > term.to()
                && says(hint.words(), "possible", "likely", "common", "expected")
                && POSSIBLE.matcher(report.substring(term.to(), hint.from())).matches();
    }

    /** "Neg for haematuria", "free of symptoms": denials of what follows. */
    private Part turned(Part part) {
        boolean isTurned = switch (part) {
            case Part.Hint hint ->
                hint.is(Meaning.Cue.ABSENT) && says(hint.words(), "neg", "negative") && isFollowedByFor(part);
            case Part.Loose loose -> says(loose.words(), "free", "clear") && isFollowedByFor(part);
            default -> false;
        };
        return isTurned ? new Part.Hint(part.from(), part.to(), Meaning.Cue.NO, List.of()) : part;
    }

    private boolean isFollowedByFor(Part part) {
        return FOR.matcher(report).region(part.to(), report.length()).lookingAt();
    }

    private static boolean says(List<Word> words, String... plain) {
        return words.stream().anyMatch(word -> List.of(plain).contains(word.plain()));
    }

    private boolean isZero(Part.Filler filler) {
        return filler.kind() == Part.Filler.Kind.NUMBER
                && ZERO.matcher(report.substring(filler.from(), filler.to())).matches();
    }

    /** "Nausea 1/3 vomiting 0/3": the second. */
    private boolean isScoredZero(int i, List<Part> stretch) {
        return i > 1
                && i + 1 < stretch.size()
                && stretch.get(i) instanceof Part.Found
                && stretch.get(i - 2) instanceof Part.Found
                && isNumber(stretch.get(i - 1))
                && stretch.get(i + 1) instanceof Part.Filler next
                && isZero(next);
    }

    private static boolean isNumber(Part part) {
        return part instanceof Part.Filler filler && filler.kind() == Part.Filler.Kind.NUMBER;
    }

    /** "Symptom free", "seizure-free". */
    private boolean isFree(Part.Loose loose, Part.Found term) {
        return says(loose.words(), "free") && loose.from() == term.to() + 1;
    }

    /** "N: nil V: nil HA: mild": the letter before the colon is what did not happen. */
    private boolean isLabelled(Part.Hint denial) {
        return isBare(denial)
                && LABELLED.matcher(report)
                        .region(Math.max(0, denial.from() - 8), denial.from())
                        .find();
    }

    /** "Nausea: nil headache: mild", "itch nil vomiting nil", "palpitations denied by patient". */
    private boolean looksBack(Part.Found term, Part.Hint denial, boolean nothingFollows) {
        return LABEL.matcher(report.substring(term.to(), denial.from())).find()
                || nothingFollows
                || answers.endsColumn(term, denial)
                || denial.words().getFirst().plain().equals("none");
    }

    /** "(nil)", "denied by patient": says nothing but that something was not so. */
    private static boolean isBare(Part.Hint denial) {
        return denial.words().size() == 1
                && AFTER_TERM.contains(denial.words().getFirst().plain());
    }

    /** "No blood", "denies bowels": what names no event by itself, and is what is denied. */
    private static boolean isFollowedByName(List<Part> rest) {
        return rest.stream()
                .anyMatch(part -> part instanceof Part.Hint hint
                        && (hint.is(Meaning.Cue.TEST) || says(hint.words(), "blood", "bloods")));
    }

    private static int last(List<Part> stretch, Predicate<Part> kind) {
        for (int i = stretch.size() - 1; i >= 0; i--) {
            if (kind.test(stretch.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether what is read begins with a denial that what follows a "yes" is no part of. */
    private boolean isDenying() {
        List<Part> denying = !current.isEmpty()
                ? current
                : clauses.isEmpty() ? List.of() : clauses.getLast().parts();
        return denying.stream()
                .anyMatch(part -> part instanceof Part.Hint hint && hint.is(Meaning.Cue.NO, Meaning.Cue.DENIAL));
    }

    private static boolean endsInAnswer(List<Part> stretch) {
        for (int i = stretch.size() - 1; i >= 0; i--) {
            if (isContent(stretch.get(i))) {
                return false;
            }
            if (ReadAnswers.isYes(stretch.get(i))) {
                return true;
            }
            if (stretch.get(i) instanceof Part.Hint hint && hint.is(Meaning.Cue.NO, Meaning.Cue.DENIAL)) {
                return hint.words().size() == 1
                        && AFTER_TERM.contains(hint.words().getFirst().plain());
            }
        }
        return false;
    }

    private static boolean begins(Part.Hint hint) {
        return hint.is(
                Meaning.Cue.NO,
                Meaning.Cue.DENIAL,
                Meaning.Cue.PSEUDO,
                Meaning.Cue.HISTORICAL,
                Meaning.Cue.HYPOTHETICAL,
                Meaning.Cue.OTHER_PERSON);
    }

    private static boolean isContent(Part part) {
        return switch (part) {
            case Part.Found found -> true;
            case Part.Loose loose -> true;
            case Part.Hint hint -> hint.is(Meaning.Cue.TREATMENT, Meaning.Cue.NORMAL, Meaning.Cue.ABILITY);
            case Part.Filler filler -> false;
            case Part.Gap gap -> false;
        };
    }

    private void gap(Token.Type type) {
        // of several separators in a row the strongest counts
        if (type.compareTo(before) > 0) {
            before = type;
        }
    }

    private void close(Token.Type next) {
        if (!current.isEmpty()) {
            clauses.add(new Clause(before, List.copyOf(current)));
            current = new ArrayList<>();
            before = next;
        }
    }
}
