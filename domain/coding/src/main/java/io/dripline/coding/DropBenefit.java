package io.dripline.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drops what the infusions are given for where it is better: "sciatica eased", "abdo pain, NRS 6 before drip, 2 after". */
final class DropBenefit {

    private static final Set<String> BETTER = Set.of(
            "better",
            "improved",
            "improving",
            "improves",
            "improvement",
            "eased",
            "easing",
            "eases",
            "less",
            "fewer",
            "lessened",
            "reduced",
            "reducing",
            "reduction",
            "decreased",
            "relieved",
            "lighter",
            "halved",
            "milder",
            "calmer",
            "quieter",
            "easier",
            "diminished",
            "relief",
            "controlled");
    private static final Set<String> GONE = Set.of(
            "gone", "stopped", "settled", "resolved", "lifted", "disappeared", "vanished", "cleared", "ceased", "free");
    private static final Set<String> FREE = Set.of("gone", "free", "vanished", "disappeared");
    private static final Set<String> INTAKE =
            Set.of("eating", "drinking", "food", "meal", "meals", "breakfast", "dinner");
    private static final Set<String> LESS = Set.of("less", "fewer", "lighter", "milder");

    /** Said of several infusions or of their beginning; "gone after the infusion" is what an effect does. */
    private static final Pattern WITH_INFUSIONS = Pattern.compile(
            "\\b(?:since|after|with|from|thanks"
                    + " to|on|following)\\s(?:\\w+\\s){0,3}?(?:infusions|drips|treatments?|sessions|series|course|ketamine)\\b|\\bsince"
                    + " (?:starting|started|the (?:last|first|previous)|last|first|inf|drip)|\\bthan"
                    + " (?:before|usual|ever|in|it|last|pre|at)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AFTER_ONE = Pattern.compile(
            "\\b(?:since|after|with|from|following|post)\\s(?:\\w+\\s){0,3}?(?:infusion|drip|session|treatment|inf)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SCORE = Pattern.compile(
            "(?<![\\d/.:\\p{L}])(10|\\d)(?:\\.\\d)?(?:/10)?(?![\\d.:%]|/\\d|\\s?(?:mg|mcg|ml|h|hr|hrs|hours?|min|mins|days?|d|wks?|weeks?|months?|am|pm|x|L|kg)\\b)");
    private static final Pattern INFUSION =
            Pattern.compile("(?:inf|infusion|session|drip|no|number|#|week|wk|d|day)\\s?$");
    private static final Pattern SINCE_CHANGE = Pattern.compile(
            "\\s(?:(?!(?:not|never|no|nor|none|neither|cannot|without|hardly|barely|scarcely|rarely|seldom|little|still|only|partly|partially|half|almost|nearly|less|yet"
                    + "|(?:has|have|had|is|are|was|were|do|does|did|wo|ca|could|would)nt|\\w+n['\u2019]t)\\s)[\\w'\u2019]+\\s){0,3}?"
                    + "(?:gone|stopped|settled|resolved|cleared|lifted)\\s(?:(?!(?:up|off|for|only|till|until)\\s)\\w+\\s){0,2}?since\\s(?:\\w+\\s){0,3}?"
                    + "(?:stop\\w*|ceas\\w*|dos\\w+(?! (?:incr|rais|went up|up\\b|doubl))|reduc\\w+|lower\\w*|cut\\w*|halv\\w+|off|wean\\w*|chang\\w+|switch\\w*|spac\\w+|quit\\w*)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BACK_AGAIN = Pattern.compile(
            "\\b(?:still|but (?:now )?(?:is |it's |are )?(?:back|again|daily)|returned|returning|recurred|recurring|relapsed|persist\\w*)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DOWN = Pattern.compile(
            "\\s(?:now |is |was |all |right |much |well )?(?:down|dwn|\u2193+)(?=\\s?(?:$|[,.;:&+(\\d-]|(?:to|from|by|and|but|since|with|a lot|loads|lots)\\b))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_LONGER = Pattern.compile("\\bno longer\\s$", Pattern.CASE_INSENSITIVE);
    private static final int NEAR = 80;

    private final List<Clause> clauses;
    private final String report;
    private final Treated treated;
    private final DroppedTerms dropped;

    DropBenefit(List<Clause> clauses, String report, Treated treated, DroppedTerms dropped) {
        this.clauses = clauses;
        this.report = report;
        this.treated = treated;
        this.dropped = dropped;
    }

    void run() {
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            for (Part.Found found : clause.found()) {
                int at = i;
                if (isOverSinceChange(i, found)) {
                    dropped.drop(found, DropReason.NORMAL);
                }
                treated.kindOf(found.terms())
                        .filter(kind -> !clause.has(Meaning.Cue.WORSE) && isBetter(at, found, kind))
                        .ifPresent(kind -> dropped.drop(found, DropReason.NORMAL));
            }
        }
    }

    private boolean isBetter(int i, Part.Found found, Treated.Kind kind) {
        Clause clause = clauses.get(i);
        boolean isWithInfusions = isAfter(i, WITH_INFUSIONS);
        boolean isBetter = says(i, BETTER);
        return switch (kind) {
            case PAIN ->
                isFalling(found, i)
                        || isDown(found)
                        || (isBetter || says(i, FREE) || says(i, GONE) && isWithInfusions)
                                && !clause.has(Meaning.Cue.TREATMENT);
            case ORGAN ->
                isFalling(found, i)
                        || isBetter && (isWithInfusions || isAfter(i, AFTER_ONE))
                        || says(i, GONE) && isWithInfusions;
            case MIND ->
                isWithInfusions && (isBetter || says(i, GONE))
                        || isLess(clause, found)
                        || !clause.has(Meaning.Cue.ABILITY) && isNoLonger(found);
            case ATTACK -> isWithInfusions && (isBetter || says(i, GONE));
        };
    }

    /** "Urinary sx gone since stopping", "nightmares have stopped since dose lowered": of whatever it was, none now. */
    private boolean isOverSinceChange(int i, Part.Found found) {
        int end = Math.max(found.to(), endOf(i));
        return !found.isMeasured()
                && !clauses.get(i).has(Meaning.Cue.WORSE)
                && SINCE_CHANGE.matcher(report).region(found.to(), end).lookingAt()
                && !BACK_AGAIN
                        .matcher(report)
                        .region(found.to(), endOfStatement(i))
                        .find();
    }

    /** "Neuropathic pain down", "pain down to 3"; but not "pain down left leg". */
    private boolean isDown(Part.Found found) {
        return DOWN.matcher(report).region(found.to(), report.length()).lookingAt();
    }

    private boolean isAfter(int i, Pattern infusions) {
        return infusions
                .matcher(report)
                .region(clauses.get(i).parts().getFirst().from(), endOf(i))
                .find();
    }

    /** The end of the clause, or of those that follow it without a term: "bladder pain (IC) much better after drip". */
    private int endOf(int i) {
        return clauses.get(lastOf(i)).parts().getLast().to();
    }

    /** The end of the clause, or of one after it that takes it up: "gone since stopping but back now". */
    private int endOfStatement(int i) {
        int next = lastOf(i) + 1;
        return next < clauses.size() && clauses.get(next).found().isEmpty()
                ? clauses.get(next).parts().getLast().to()
                : endOf(i);
    }

    private int lastOf(int i) {
        int last = i;
        while (last + 1 < clauses.size()
                && last < i + 2
                && clauses.get(last + 1).before() != Token.Type.STOP
                && clauses.get(last + 1).found().isEmpty()) {
            last++;
        }
        return last;
    }

    private boolean says(int i, Set<String> words) {
        return clauses.subList(i, lastOf(i) + 1).stream()
                .filter(clause -> clause == clauses.get(i) || !hasOwnSubject(clause, words))
                .flatMap(clause -> clause.parts().stream())
                .anyMatch(part -> says(part, words));
    }

    /** "Joint pain after bolus, eating less": it is the eating that is less. */
    private static boolean hasOwnSubject(Clause clause, Set<String> words) {
        return clause.looseWords().stream().anyMatch(word -> !words.contains(word.plain()))
                || clause.has(Meaning.Cue.ABILITY, Meaning.Cue.TEST)
                || clause.parts().stream().anyMatch(part -> says(part, INTAKE));
    }

    private static boolean says(Part part, Set<String> words) {
        return switch (part) {
            case Part.Hint hint when hint.is(Meaning.Cue.PSEUDO) -> false;
            case Part.Hint hint -> hint.words().stream().anyMatch(word -> words.contains(word.plain()));
            case Part.Loose loose -> loose.words().stream().anyMatch(word -> words.contains(word.plain()));
            default -> false;
        };
    }

    /** "No longer suicidal". */
    private boolean isNoLonger(Part.Found found) {
        return NO_LONGER
                .matcher(report)
                .region(Math.max(0, found.from() - 20), found.from())
                .find();
    }

    /** "Less anxious", "shocks fewer". */
    private static boolean isLess(Clause clause, Part.Found found) {
        int at = clause.parts().indexOf(found);
        return (at > 0 && says(clause.parts().get(at - 1), LESS))
                || (at + 1 < clause.parts().size() && says(clause.parts().get(at + 1), LESS));
    }

    /** "7 -> 3", "NRS 6 before drip, 2 after". */
    private boolean isFalling(Part.Found found, int i) {
        int end = i + 1;
        while (end < clauses.size()
                && end < i + 3
                && clauses.get(end).before() != Token.Type.STOP
                && clauses.get(end).found().isEmpty()) {
            end++;
        }
        List<Integer> scores = new ArrayList<>();
        Matcher score = SCORE.matcher(report)
                .region(
                        found.to(),
                        Math.max(
                                found.to(),
                                Math.min(
                                        found.to() + NEAR,
                                        clauses.get(end - 1).parts().getLast().to())));
        while (score.find()) {
            if (!INFUSION.matcher(report.substring(found.to(), score.start())).find()) {
                scores.add(Integer.valueOf(score.group(1)));
            }
        }
        return scores.size() > 1 && scores.getFirst() > scores.getLast();
    }
}
