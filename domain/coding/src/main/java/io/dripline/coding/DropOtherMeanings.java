package io.dripline.coding;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Drops words of a term that mean another thing where they stand: "recovery period longer" is of no cycle, and "LFTs up to
 * date", "U&Es sent off" of no result.
 */
final class DropOtherMeanings {

    /** What says so is no further away. */
    private static final int NEAR = 30;

    private static final String MENSTRUAL = "menstrual-disorder";

    private static final String SATURATION = "desaturation";

    /** "Sat back down": the patient. */
    private static final Pattern OF_POSTURE =
            Pattern.compile("sat\\s(?:(?:him|her)self\\s)?(?:back\\s)?(?:up|down|back)", Pattern.CASE_INSENSITIVE);

    /** "Leaks when coughing", "chest pain on coughing": when it was, and no event. */
    private static final Pattern COUGH = Pattern.compile("cough(?:ing|s)?|sneez(?:e|es|ing)", Pattern.CASE_INSENSITIVE);

    private static final Pattern CIRCUMSTANCE = Pattern.compile(
            "\\p{L}\\s(?:when|on|if|whenever)\\s(?:(?:she|he|i|pt|patient)\\s)?$", Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_TIME = Pattern.compile(
            "\\b(?:recovery|observation|obs|monitoring|waiting|rest|resting|infusion|treatment|time|trial|washout|fasting|follow[\\s-]?up|stabili[sz]ation)\\s$",
            Pattern.CASE_INSENSITIVE);

    /** "Prolonged period of hypotension", but not "period of heavy bleeding". */
    private static final Pattern PERIOD_OF =
            Pattern.compile("[^.;\\n]{0,20}?\\bperiods?\\sof\\s(?!(?:heav|flood|bleed))", Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_PERIODS = Pattern.compile("no\\speriods?", Pattern.CASE_INSENSITIVE);

    private static final Pattern UP_OR_OFF = Pattern.compile(".*\\b(?:up|off|out)", Pattern.CASE_INSENSITIVE);

    private static final Pattern TO_PLACE =
            Pattern.compile("\\sto\\s(?:date|(?:the\\s)?(?:labs?|path\\w*|haem\\w*)|gp)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern DONE = Pattern.compile(
            ".*\\b(?:sent|carried|written|worked|looked|signed|printed|for\\sfollow)\\s(?:up|off|out)",
            Pattern.CASE_INSENSITIVE);

    /** "LFTs carried out - raised". */
    private static final Pattern RAISED = Pattern.compile(
            "[^.;\\n]{0,20}?\\b(?:raised|elevated|high|abnormal|deranged)\\b", Pattern.CASE_INSENSITIVE);

    private final String report;
    private final DroppedTerms dropped;

    private DropOtherMeanings(String report, DroppedTerms dropped) {
        this.report = report;
        this.dropped = dropped;
    }

    static void in(List<Clause> clauses, String report, DroppedTerms dropped) {
        clauses.forEach(clause -> new DropOtherMeanings(report, dropped).in(clause));
    }

    private void in(Clause clause) {
        List<Part.Found> founds = clause.found();
        for (int i = 0; i < founds.size(); i++) {
            Part.Found found = founds.get(i);
            if (found.isMeasured()) {
                continue;
            }
            String written = report.substring(found.from(), found.to());
            if (isOnly(found, MENSTRUAL) && isOfTime(found)) {
                dropped.drop(found, DropReason.NORMAL);
                if (NO_PERIODS.matcher(written).matches()) {
                    // "no periods of desaturation"
                    dropped.drop(List.copyOf(founds.subList(i + 1, founds.size())), DropReason.NEGATED);
                }
            } else if (COUGH.matcher(written).matches() && isCircumstance(found)) {
                dropped.drop(found, DropReason.NORMAL);
            } else if (OF_POSTURE.matcher(written).matches() && isOnly(found, SATURATION)) {
                dropped.drop(found, DropReason.NORMAL);
            } else if ((DONE.matcher(written).matches()
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
        return CIRCUMSTANCE
                .matcher(report.substring(Math.max(0, found.from() - NEAR), found.from()))
                .find();
    }

    private boolean isOfTime(Part.Found found) {
        return looksAt(PERIOD_OF, found.from())
                || OF_TIME.matcher(report.substring(Math.max(0, found.from() - NEAR), found.from()))
                        .find();
    }

    private boolean looksAt(Pattern pattern, int from) {
        return ValueForms.looksAt(pattern, report, from, Math.min(report.length(), from + 2 * NEAR));
    }
}
