package io.dripline.coding;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drops what words that no list of cues holds place long before: "fainted aged 12", "breathless for years", "vomits with codeine". */
final class DropPast {

    private static final Pattern LONG_AGO = Pattern.compile(
            "\\s(?:[\\p{L}'/-]+\\s){0,6}?(?:aged?|at (?:the )?age(?: of)?|when (?:he|she|i|they) (?:was|were))\\s\\d{1,2}\\b(?!\\s?(?:/|min|h\\b|hr))"
                    + "|\\s(?:[\\p{L}'/-]+\\s){0,6}?for (?:the (?:last|past) |over |about )?(?:many |several |some |two |three |four |five |six |seven |eight |nine |ten |fifteen |twenty |thirty )?(?:years|yrs|decades)\\b",
            Pattern.CASE_INSENSITIVE);

    /** "The worst headache for years". */
    private static final Pattern EXTREME = Pattern.compile(
            "\\b(?:worst|first|never|not (?:had|felt)|than|lower|higher|most)\\b", Pattern.CASE_INSENSITIVE);

    /** What patients take beside the infusions, and nobody gives during one without need. */
    private static final String OTHER_MEDICINE =
            "(?:codeine|morphine|oxycodone|endone|oxycontin|targin|tapentadol|palexia|tramadol|pethidine|methadone|buprenorphine|opioids?|opiates?|narcotics"
                    + "|gabapentin|pregabalin|lyrica|amitriptyline|endep|nortriptyline|duloxetine|topiramate|carbamazepine|valproate|baclofen"
                    + "|nsaids?|ibuprofen|naproxen|diclofenac|celecoxib|meloxicam|penicillin|amoxicillin|trimethoprim|erythromycin|metformin|statins?|antidepressants?)";

    private static final Pattern WITH_MEDICINE = Pattern.compile(
            "\\s(?:with|on|from|to|after)\\s(?:taking\\s|any\\s)?" + OTHER_MEDICINE + "\\b(.{0,40})",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ONCE = Pattern.compile(
            "\\b(?:avoid\\w*|years? ago|yrs ago|in (?:19|20)\\d\\d|previously|in the past|before|so not|therefore not|hence not|allerg\\w*|intoleran\\w*|stopped it)\\b",
            Pattern.CASE_INSENSITIVE);

    /** "Vomits", "gets itchy": what is always so. */
    private static final Pattern HABITUAL = Pattern.compile(
            "(?:vomits|faints|itches|hallucinates|sweats|(?:.*\\b(?:gets|goes|becomes|always)\\b.*))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BY_MEDICINE = Pattern.compile(
            ".*\\b" + OTHER_MEDICINE + "\\s(?:\\w+\\s){0,2}?(?:made|gave|caused|makes|gives|causes)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Diseases with the year of them; a bare number may be the time of day of what happened. */
    private static final Pattern DISEASE = Pattern.compile(
            ".*(?:cancer|stones?|stroke|tia|cva|mi|infarct\\w*|pe|embol\\w*|dvt|thrombosis|hepatitis|ulcers?|hernia|tumou?r|fracture|psychosis|pancreatitis|pneumonia|cystitis|asthma|transplant|seizures?|epilepsy|pyelonephritis|gallstones?)(?:\\s\\w+)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern YEAR =
            Pattern.compile("\\s\\(?(?:19[5-9]\\d|20[01]\\d|202[0-5])(?![\\d:./]|\\s?(?:h\\b|hrs?))");

    /** "Pain post hernia mesh": what somebody is treated for. */
    private static final Pattern AFTER_SURGERY = Pattern.compile(
            "\\s(?:[\\p{L}/'-]+\\s){0,3}?(?:post|after|since|following|from|due to|secondary to)\\s(?:[\\p{L}'-]+\\s){0,2}?"
                    + "(?:mets|metastas\\w+|cancer|arthritis|neuropathy|injury|surgery|operation|hernia|mesh|amputation|shingles|stroke|accident|fracture|whiplash|chemo\\w*|radiotherapy|\\p{L}+(?:ectomy|otomy|ostomy|plasty))\\b",
            Pattern.CASE_INSENSITIVE);

    /** "The old headaches", "two years of", "ten years with"; but not "62 year old". */
    private static final Pattern OLD = Pattern.compile(
            "(?:\\b(?:the|her|his|their|same)\\sold|\\b(?:\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twenty|many|several)\\s(?:years|yrs)\\s(?:history\\s)?(?:of|with))\\s(?:[\\p{L}'-]+\\s){0,2}$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PAIN_AFTER = Pattern.compile(
            "\\bpain\\s(?:post|after|since|following)\\s(?:[\\p{L}'-]+\\s)?$", Pattern.CASE_INSENSITIVE);

    private static final Pattern SINCE_INFUSION = Pattern.compile(
            "\\b(?:since|after|during)\\s(?:\\w+\\s){0,3}?(?:infusions?|bolus|drips?|sessions?|ketamine|course|starting)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final int NEAR = 90;

    private DropPast() {}

    static void in(List<Clause> clauses, String report, DroppedTerms dropped) {
        for (Clause clause : clauses) {
            for (Part.Found found : clause.found()) {
                if (!found.isMeasured() && !clause.has(Meaning.Cue.WORSE) && isPast(found, clause, report)) {
                    dropped.drop(found, DropReason.HISTORICAL);
                }
            }
        }
    }

    private static boolean isPast(Part.Found found, Clause clause, String report) {
        int from = clause.parts().getFirst().from();
        int end = Math.min(report.length(), found.to() + NEAR);
        int start = Math.min(found.from(), Math.max(from, found.from() - NEAR));
        String before = report.substring(start, found.from());
        if (SINCE_INFUSION.matcher(report).region(found.to(), end).find()) {
            return false;
        }
        if (LONG_AGO.matcher(report).region(found.to(), end).lookingAt()) {
            return !EXTREME.matcher(before).find();
        }
        String named = report.substring(found.from(), found.to());
        if (named.toLowerCase(Locale.ROOT).startsWith("childhood")
                || OLD.matcher(before).find()) {
            return true;
        }
        if (DISEASE.matcher(named).matches()
                && YEAR.matcher(report).region(found.to(), end).lookingAt()) {
            return true;
        }
        if (DISEASE.matcher(named).matches() && PAIN_AFTER.matcher(before).find()) {
            return true;
        }
        if (named.toLowerCase(Locale.ROOT).contains("pain")
                && AFTER_SURGERY.matcher(report).region(found.to(), end).lookingAt()) {
            return true;
        }
        Matcher with = WITH_MEDICINE.matcher(report).region(found.to(), end);
        if (with.lookingAt()) {
            return HABITUAL.matcher(before + named).matches()
                    || ONCE.matcher(with.group(1)).find();
        }
        return BY_MEDICINE.matcher(before).matches();
    }
}
