package io.dripline.coding;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Drops words of a term that mean another thing where they stand: "recovery period longer" is of no cycle, and "LFTs up to
 * date", "U&Es sent off" of no result.
 */
final class DropOtherMeanings {

    /** What says so is no further away. */
    private static final int NEAR = 30;

    private static final int MOST_JOINED = 8;

    private static final String MENSTRUAL = "menstrual-disorder";

    private static final String SATURATION = "desaturation";

    /** "Sat back down": the patient. */
    private static final Pattern OF_POSTURE =
            Pattern.compile("sat\\s(?:(?:him|her)self\\s)?(?:back\\s)?(?:up|down|back)", Pattern.CASE_INSENSITIVE);

    /** "Leaks when coughing", "chest pain on coughing": when it was, and no event. */
    private static final Pattern COUGH = Pattern.compile("cough(?:ing|s)?|sneez(?:e|es|ing)", Pattern.CASE_INSENSITIVE);

    private static final Pattern CIRCUMSTANCE = Pattern.compile(
            "\\p{L}(?<!\\b(?:kept|keeps?|carried|carries|went|goes|going))\\s(?:when|on|if|whenever)\\s(?:(?:she|he|i|pt|patient)\\s)?$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_LUNGS =
            Pattern.compile("\\s(?:up\\s)?(?:blood|sputum|phlegm|brought)", Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_TIME = Pattern.compile(
            "\\b(?:recovery|observation|obs|monitoring|waiting|resting|trial|washout|fasting|follow[\\s-]?up|stabili[sz]ation)\\s$",
            Pattern.CASE_INSENSITIVE);

    /** "Infusion period longer", but not "since infusion period late" nor "after treatment periods stopped". */
    private static final Pattern OF_CARE = Pattern.compile(
            "(?<!\\b(?:since|after|on|during|post|following|starting|ketamine)\\s)\\b(?:infusion|treatment|time|rest)\\s$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PERIOD = Pattern.compile("period\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PERIODS = Pattern.compile("periods?\\b.*", Pattern.CASE_INSENSITIVE);

    /** "Prolonged period of hypotension", but not "period of heavy bleeding". */
    private static final Pattern PERIOD_OF =
            Pattern.compile("[^.,;\\n]{0,20}?\\bperiods?\\sof\\s(?!(?:heav|flood|bleed))", Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_PERIODS = Pattern.compile("no\\speriods?", Pattern.CASE_INSENSITIVE);

    private static final Pattern BURNING_DOWN =
            Pattern.compile("(?:burning|burns|stinging|pain|sore|soreness) down", Pattern.CASE_INSENSITIVE);

    /** "Burning down to 2/10": what the infusions are given for. */
    private static final Pattern TO_SCORE = Pattern.compile("\\s(?:to|from|by)\\s\\d", Pattern.CASE_INSENSITIVE);

    private static final String RASH = "rash";

    private static final Pattern SPOTTED = Pattern.compile("spotted", Pattern.CASE_INSENSITIVE);

    /** "Jaundice spotted by wife": seen, and no rash. */
    private static final Pattern BY_SOMEBODY = Pattern.compile(
            "\\s(?:at (?:home|work|clinic|review|check)|by (?:(?:his|her|the|a|my|our) )?(?:wife|husband|partner|mother|mum|father|dad"
                    + "|daughter|son|sister|brother|friend|nurse|gp|dr|doctor|carer|staff|family|physio|pharmacist|consultant|team)"
                    + "|on (?:(?:the|a) )?(?:scan|ct|mri|uss?|ecg))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> OF_TESTS = Set.of(
            "elevated-liver-enzymes",
            "reduced-kidney-function",
            "increased-creatinine",
            "hyperbilirubinaemia",
            "raised-inr");

    private static final Pattern UP_OR_OFF = Pattern.compile(".*\\b(?:up|off|out)", Pattern.CASE_INSENSITIVE);

    private static final Pattern TO_PLACE =
            Pattern.compile("\\sto\\s(?:date|(?:the\\s)?(?:labs?|path\\w*|haem\\w*))\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern DONE = Pattern.compile(
            ".*\\b(?:sent|carried|written|worked|looked|signed|printed|for\\sfollow)\\s(?:up|off|out)",
            Pattern.CASE_INSENSITIVE);

    /** "LFTs carried out - raised". */
    private static final Pattern RAISED = Pattern.compile(
            "[^.;\\n]{0,20}?\\b(?:raised|elevated|high|abnormal|deranged|up|rise|rose|rising)\\b",
            Pattern.CASE_INSENSITIVE);

    private final String report;
    private final DroppedTerms dropped;

    private DropOtherMeanings(String report, DroppedTerms dropped) {
        this.report = report;
        this.dropped = dropped;
    }

    static void in(List<Clause> clauses, String report, DroppedTerms dropped) {
        DropOtherMeanings drop = new DropOtherMeanings(report, dropped);
        for (int i = 0; i < clauses.size(); i++) {
            int end = i + 1;
            while (end < Math.min(clauses.size(), i + MOST_JOINED)
                    && clauses.get(end).before() == Token.Type.OR) {
                end++;
            }
            drop.in(clauses.get(i), clauses.subList(i + 1, end));
        }
    }

    /** @param joined what "or" joins to it */
    private void in(Clause clause, List<Clause> joined) {
        List<Part.Found> founds = clause.found();
        for (int i = 0; i < founds.size(); i++) {
            Part.Found found = founds.get(i);
            if (found.isMeasured()) {
                continue;
            }
            String written = report.substring(found.from(), found.to());
            if (isOnly(found, MENSTRUAL) && isOfTime(found, written)) {
                dropped.drop(found, DropReason.NORMAL);
                if (NO_PERIODS.matcher(written).matches()) {
                    // "no periods of desaturation or bradycardia"
                    dropped.drop(List.copyOf(founds.subList(i + 1, founds.size())), DropReason.NEGATED);
                    joined.forEach(next -> dropped.drop(List.copyOf(next.found()), DropReason.NEGATED));
                }
            } else if (i > 0 && COUGH.matcher(written).matches() && isCircumstance(found)) {
                dropped.drop(found, DropReason.NORMAL);
            } else if (BURNING_DOWN.matcher(written).matches() && looksAt(TO_SCORE, found.to())) {
                dropped.drop(found, DropReason.NORMAL);
            } else if (isOnly(found, RASH) && SPOTTED.matcher(written).matches() && looksAt(BY_SOMEBODY, found.to())) {
                dropped.drop(found, DropReason.NORMAL);
            } else if (OF_POSTURE.matcher(written).matches() && isOnly(found, SATURATION)) {
                dropped.drop(found, DropReason.NORMAL);
            } else if (found.terms().stream().allMatch(term -> OF_TESTS.contains(term.id()))
                    && (DONE.matcher(written).matches()
                            || (UP_OR_OFF.matcher(written).matches() && looksAt(TO_PLACE, found.to())))
                    && !looksAt(RAISED, found.to())) {
                dropped.drop(found, DropReason.NORMAL);
            }
        }
    }

    private static boolean isOnly(Part.Found found, String term) {
        return found.terms().stream().allMatch(each -> each.id().equals(term));
    }

    private boolean isCircumstance(Part.Found found) {
        return CIRCUMSTANCE.matcher(before(found)).find() && !looksAt(OF_LUNGS, found.to());
    }

    private boolean isOfTime(Part.Found found, String written) {
        String before = before(found);
        return looksAt(PERIOD_OF, found.from())
                || (PERIODS.matcher(written).matches()
                        && OF_TIME.matcher(before).find())
                || (PERIOD.matcher(written).matches() && OF_CARE.matcher(before).find());
    }

    private String before(Part.Found found) {
        return report.substring(Math.max(0, found.from() - NEAR), found.from());
    }

    private boolean looksAt(Pattern pattern, int from) {
        return ValueForms.looksAt(pattern, report, from, Math.min(report.length(), from + 2 * NEAR));
    }
}
