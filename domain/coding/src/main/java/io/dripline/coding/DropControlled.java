package io.dripline.coding;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Drops a lasting illness that is well controlled: "HTN well controlled", "epilepsy controlled on levetiracetam". Only names that
 * nobody gives to an effect of an hour: "hypertensive" and "nausea, well controlled with ondansetron" stay events.
 */
final class DropControlled {

    private static final Set<String> LASTING = Set.of(
            "htn",
            "hypertension",
            "high blood pressure",
            "high bp",
            "epilepsy",
            "asthma",
            "copd",
            "gord",
            "gerd",
            "migraine",
            "migraines",
            "depression",
            "af",
            "atrial fibrillation",
            "angina",
            "heart failure",
            "diabetes",
            "t1dm",
            "t2dm",
            "gout",
            "ibs",
            "psoriasis",
            "eczema",
            "arthritis",
            "bipolar",
            "schizophrenia",
            "ptsd",
            "hypothyroidism",
            "overactive bladder");

    private static final Pattern CONTROLLED = Pattern.compile(
            "[\\s,(-]{1,3}(?:(?:is|was|has been|remains|now)\\s)?(?:(?:(?:very|fairly|reasonably)\\s)?well[\\s-]controlled|controlled(?=\\son\\s))\\b"
                    + "(?![\\s,]*(?:with|by|after|following|once|now|until|till|when|since)\\b)",
            Pattern.CASE_INSENSITIVE);

    /** What began is no lasting illness: "developed AF, controlled on metoprolol", but not "no new HTN". */
    private static final Pattern BEGUN = Pattern.compile(
            "(?<!\\b(?:no|nil|not)\\s)\\b(?:developed|develops|new(?:[\\s-]onset)?|onset\\sof|went\\sinto|gone\\sinto|got|began|back\\sin|found\\sto\\sbe\\sin|runs?\\sof"
                    + "|experienced|post[\\s-]infusion)\\s(?:(?:a|an|the|some|fast|rapid|paroxysmal|acute|brief)\\s){0,3}$",
            Pattern.CASE_INSENSITIVE);

    /** What says so is no further before the name. */
    private static final int NEAR = 40;

    private DropControlled() {}

    static void in(List<Clause> clauses, String report, DroppedTerms dropped) {
        for (Clause clause : clauses) {
            for (Part.Found found : clause.found()) {
                if (!found.isMeasured()
                        && LASTING.contains(
                                report.substring(found.from(), found.to()).toLowerCase(Locale.ROOT))
                        && CONTROLLED
                                .matcher(report)
                                .region(found.to(), report.length())
                                .lookingAt()
                        && !BEGUN.matcher(report)
                                .region(Math.max(0, found.from() - NEAR), found.from())
                                .find()) {
                    dropped.drop(found, DropReason.HISTORICAL);
                }
            }
        }
    }
}
