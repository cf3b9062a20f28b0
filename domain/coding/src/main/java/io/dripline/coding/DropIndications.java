package io.dripline.coding;

import io.dripline.contracts.coding.Category;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Drops why the infusions are given: "here for her sciatica", "referred with burning mouth syndrome", "CRPS R hand with swelling". */
final class DropIndications {

    private static final int LONGEST_LIST = 12;
    private static final Set<String> OF_COMPLAINT =
            Set.of("paraesthesia", "numbness", "cognitive-impairment", "sleep-disorder", "muscle-twitching");
    private static final Set<String> DISEASES =
            Set.of("fibromyalgia", "phantom-limb-syndrome", "phantom-pain", "endometriosis", "neuropathic-pain");
    private static final Set<String> PATIENT = Set.of("patient", "pt", "client", "pts");

    /** What may describe the complaint between the words that announce it and its name; no verb of an event. */
    private static final String MODIFIERS =
            "(?:(?!(?:caus|gave|give|made|mak|had|got|gets|develop|felt|now|then|but|after|during|since|until|reported|noted)\\w*\\s)[\\p{L}'/-]+\\s){0,4}";

    private static final Pattern ANNOUNCED = Pattern.compile(
            "(?:.{0,60}?\\s)?(?:referr(?:ed|ing|al)\\s(?:\\w+\\s){0,3}?(?:with|for|because of|re|due to)"
                    + "|(?:here|attends|attending|presents|presenting|booked|seen|consideration|candidate)\\s(?:today\\s|again\\s)?(?:for|because of|on account of|due to)"
                    + "|(?:started|begun|commenced)\\s(?:because of|on account of))\\s"
                    + MODIFIERS,
            Pattern.CASE_INSENSITIVE);

    private static final Pattern GIVEN_FOR = Pattern.compile(
            "\\s*(?:(?:iv|pt|patient|on|had|low|dose|the|a|this|ketamine|infusions?|drips?|course|series|sessions?|cycle|no|#)\\s|\\d{1,2}(?:(?:/|\\sof\\s)\\d{1,2}|st|nd|rd|th)?\\s){0,5}(?:ketamine|infusions?|drips?|course|series|sessions?|cycle)\\s(?:(?:no\\s|#)?\\d{1,2}(?:(?:/|\\sof\\s)\\d{1,2})?\\s)?(?:for|because of|on account of)\\s"
                    + MODIFIERS,
            Pattern.CASE_INSENSITIVE);

    private static final Pattern REASON = Pattern.compile(
            "\\s*(?:reason\\s(?:for\\s)?(?:the\\s)?(?:infusions?|ketamine|treatment|referral|attendance|visit)|target(?:ed)?\\ssymptoms?|dx|diagnos[ie]s|indications?|rx for|presenting complaint)\\s?(?:[:=-]|is|are|was)?\\s"
                    + MODIFIERS,
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TARGET = Pattern.compile(
            "\\btarget(?:ed)?\\ssymptoms?\\b|\\b(?:brought|brings)\\s(?:her|him|them|me|pt)\\s(?:here|to us)\\b|\\b(?:what|which)\\swe\\s(?:are\\s)?treat"
                    + "|\\b(?:is|are)\\s(?:the reason|why)\\s(?:we|she|he|they)\\b|\\bhere\\sfor\\s(?:her|his|their|the|a|another)\\s(?:\\w+\\s)?(?:course|cycle|infusion|session|series)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Of what is treated only: "for phantom limb pain", "a 58 year old with back pain". */
    private static final Pattern HINTED = Pattern.compile(
            "\\s*(?:(?:treated|treatment|managed)\\s)?(?:for|on account of)\\s" + MODIFIERS
                    + "|.{0,40}?(?:\\d\\s?-?(?:years?|yrs?|yr)\\s?-?old|lady|gentleman|man|woman|pt|patient)\\s(?:\\w+\\s){0,3}?with\\s"
                    + MODIFIERS,
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BY_INFUSION = Pattern.compile(
            "\\b(?:after|during|since|following|post|from|with|on|by)\\s(?:\\w+\\s){0,3}?(?:infusions?|infused|bolus|drips?|sessions?|ketamine|doses?|course|treatment|starting|last|\\d)|\\bat \\d|\\d ?min",
            Pattern.CASE_INSENSITIVE);

    private final List<Clause> clauses;
    private final String report;
    private final Treated treated;
    private final DroppedTerms dropped;

    DropIndications(List<Clause> clauses, String report, Treated treated, DroppedTerms dropped) {
        this.clauses = clauses;
        this.report = report;
        this.treated = treated;
        this.dropped = dropped;
    }

    void run() {
        int sentence = 0;
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            int start = clause.parts().getFirst().from();
            if (clause.before() == Token.Type.STOP && endsSentence(start)) {
                sentence = start;
            }
            if (isIndication(clause)
                    && clause.found().stream().allMatch(this::isPain)
                    && (clause.found().isEmpty() || mayBeReason(clause))) {
                dropped.drop(clause.parts(), DropReason.HISTORICAL);
                dropList(i + 1, Token.Type.WITH);
            } else if (clause.before() == Token.Type.STOP && isDisease(clause)) {
                dropped.drop(clause.found().getFirst(), DropReason.HISTORICAL);
                dropList(i + 1, Token.Type.WITH);
            }
            if (TARGET.matcher(report)
                    .region(clause.parts().getFirst().from(), clause.end())
                    .find()) {
                List<Part.Found> named = clause.found().isEmpty() && i > 0 && clause.before() != Token.Type.STOP
                        ? clauses.get(i - 1).found()
                        : clause.found();
                named.stream()
                        .filter(found -> !found.isMeasured())
                        .forEach(found -> dropped.drop(found, DropReason.HISTORICAL));
            }
            if (!clause.found().isEmpty() && isReason(clause.found().getFirst(), sentence) && mayBeReason(clause)) {
                clause.found().stream()
                        .filter(found -> found.from() < statedFrom(clause))
                        .forEach(found -> dropped.drop(found, DropReason.HISTORICAL));
                dropList(i + 1, Token.Type.COMMA);
            } else if (clause.found().isEmpty() && isAnnounced(sentence, clause)) {
                dropList(i + 1, Token.Type.COMMA);
            }
        }
    }

    /** "Because" and "but" begin a statement, and no sentence. */
    private boolean endsSentence(int at) {
        int before = at - 1;
        while (before >= 0 && report.charAt(before) == ' ') {
            before--;
        }
        return before < 0 || !Character.isLetterOrDigit(report.charAt(before));
    }

    /** "CRPS", but not "CRPS patient", who has something else. */
    private static boolean isIndication(Clause clause) {
        return clause.has(Meaning.Cue.INDICATION)
                && clause.parts().stream()
                        .noneMatch(part -> part instanceof Part.Hint hint
                                && hint.words().stream().anyMatch(word -> PATIENT.contains(word.plain())));
    }

    /** "Fibromyalgia with fatigue": named first, and nothing says that it came or changed. */
    private boolean isDisease(Clause clause) {
        return clause.found().size() == 1
                && (clauses.size() > 1 || clause.unread() > 0)
                && clause.found().getFirst().terms().stream().anyMatch(term -> DISEASES.contains(term.id()))
                && !clause.has(Meaning.Cue.TIME, Meaning.Cue.BUT)
                && mayBeReason(clause);
    }

    private boolean isReason(Part.Found found, int sentence) {
        int from = Math.max(sentence, found.from() - 120);
        return List.of(ANNOUNCED, GIVEN_FOR, REASON).stream().anyMatch(reason -> stands(reason, from, found))
                || (treated.kindOf(found.terms()).isPresent() && stands(HINTED, from, found));
    }

    /** "Infusion 4/10 for PTSD, nightmares". */
    private boolean isAnnounced(int sentence, Clause clause) {
        return List.of(GIVEN_FOR, REASON).stream()
                .anyMatch(reason ->
                        reason.matcher(report).region(sentence, clause.end()).lookingAt());
    }

    private boolean stands(Pattern before, int from, Part.Found found) {
        return !found.isMeasured()
                && from < found.from()
                && before.matcher(report).region(from, found.from()).matches();
    }

    /** What the infusion brought has a time of it, or a verb of its own. */
    private boolean mayBeReason(Clause clause) {
        int from = clause.found().isEmpty()
                ? clause.parts().getFirst().from()
                : clause.found().getFirst().to();
        return !clause.has(Meaning.Cue.WORSE, Meaning.Cue.PSEUDO)
                && statedFrom(clause) > from
                && clause.found().stream().noneMatch(Part.Found::isMeasured)
                && !BY_INFUSION
                        .matcher(report)
                        .region(from, Math.max(from, Math.min(clause.end(), statedFrom(clause))))
                        .find();
    }

    /** Where the clause goes on with a statement: "lady with back pain developed hives". */
    private static int statedFrom(Clause clause) {
        return clause.parts().stream()
                .filter(part -> part instanceof Part.Hint hint && hint.is(Meaning.Cue.STATEMENT))
                .mapToInt(Part::from)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** What "with" and "and" add to it; after a comma only what is treated too, or no more than a feeling. */
    private void dropList(int first, Token.Type begins) {
        for (int j = first; j < Math.min(clauses.size(), first + LONGEST_LIST); j++) {
            Clause clause = clauses.get(j);
            boolean isJoined = clause.before() == Token.Type.WITH
                    || (begins == Token.Type.COMMA || j > first)
                            && (clause.before() == Token.Type.AND || clause.before() == Token.Type.OR);
            boolean isListed = clause.before() == Token.Type.COMMA
                    && clause.found().stream()
                            .allMatch(begins == Token.Type.COMMA || j > first ? this::isOfComplaint : this::isPain);
            if (!(isJoined || isListed)
                    || ClauseForm.hasOwnSense(clause, report)
                    || !mayBeReason(clause)
                    || clause.has(Meaning.Cue.STATEMENT)
                    || clause.found().stream().anyMatch(ClauseForm::startsWithVerb)
                    || (begins == Token.Type.WITH && !clause.found().stream().allMatch(this::isOfComplaint))) {
                return;
            }
            clause.found().forEach(found -> dropped.drop(found, DropReason.HISTORICAL));
        }
    }

    private boolean isPain(Part.Found found) {
        return treated.kindOf(found.terms())
                .filter(kind -> kind == Treated.Kind.PAIN)
                .isPresent();
    }

    private boolean isOfComplaint(Part.Found found) {
        return treated.kindOf(found.terms()).isPresent()
                || found.terms().stream().anyMatch(term -> OF_COMPLAINT.contains(term.id()))
                || found.terms().stream().noneMatch(term -> term.category() != Category.OTHER);
    }
}
