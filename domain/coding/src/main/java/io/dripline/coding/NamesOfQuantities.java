package io.dripline.coding;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells where a name of a quantity means another thing: "HR" hours, "K" ketamine, "sat" what a patient did. */
final class NamesOfQuantities {

    /** What tells the meaning of a letter is no further away. */
    private static final int AROUND = 200;

    /** "Known AF, rate 140", but not "infusion rate 140". */
    private static final Pattern OF_HEART =
            Pattern.compile("\\b(?:AF|SVT|VT|fibrillation|flutter|rhythm|monitor|ECG|EKG|tachy\\w*)\\b");

    private static final Pattern VITAL_SIGNS =
            Pattern.compile("\\bBP\\b|\\bT\\s?3\\d|\\b[Ss]p?[Oo]2\\b|\\bsats\\b|\\b[Oo]bs\\b|\\d{2,3}/\\d{2,3}");

    /** Who has this in the notes is meant to have a raised INR. */
    private static final Pattern ANTICOAGULATED = Pattern.compile(
            "(?<!\\bnot on\\s|\\bnot on any\\s|\\bnever on\\s|\\bnever been on\\s|\\bnot taking\\s|\\bdenies\\s|\\bwithout\\s)\\b(?:warfarin\\w*|coumadin|acenocoumarol|phenindione|anticoag\\w*|target|goal|therapeutic|valve|AF|DVT|PE|VTE)\\b",
            Pattern.CASE_INSENSITIVE);

    /** "K infusion", "K hole": ketamine. */
    private static final Pattern OF_KETAMINE = Pattern.compile(
            "[\\s-]?(?:infusions?|inf|drip|bolus(?:es)?|doses?|sessions?|treatments?|hole[ds]?|therapy|clinic)\\b",
            Pattern.CASE_INSENSITIVE);

    /** "Sat up at 45 degrees": the patient. */
    private static final Pattern OF_POSTURE = Pattern.compile(
            "\\s(?:(?:back\\s)?(?:up(?!\\s?to\\b)|down(?!\\s?to\\b))|upright|out|forward|with|there|for|beside|by|(?:in|on)\\s(?:(?:a|the|his|her)\\s)?(?:chair|recliner|armchair|bed|edge|side|floor|loo|toilet|trolley))\\b(?![^,;.\\n]{0,20}%)",
            Pattern.CASE_INSENSITIVE);

    /** "POSS 3, rate halved", but not "POSS 2 UTIs": possibly. */
    private static final Pattern SCORED = Pattern.compile(
            "[\\s:=]{0,3}[1-4](?=\\s?(?:[,.;)/\\n-]|$|\u2192)|\\s(?:at|all|on|post|pre|during|throughout|max|and|then|to)\\b)");

    /** "Power R 4/5", "pupils R 3 L 3": the right side. */
    private static final Pattern OF_SIDE = Pattern.compile(
            "[\\s:=]{0,3}(?:[0-5][+-]?\\s?/\\s?5(?![\\d.])|\\d[+-]?\\s?(?:mm)?[\\s,;/]{1,3}L[\\s:=]{0,3}\\d)");

    /** "P 7/10": pain. */
    private static final Pattern OF_PAIN = Pattern.compile("[\\s:=]{0,3}(?:10|\\d)\\s?/\\s?10(?![\\d.])");

    /** "K 2/6 today": one of several infusions; but not "K 3/3 2.9". */
    private static final Pattern OF_COURSE =
            Pattern.compile("[\\s:=]{0,3}[1-6]\\s?/\\s?[3-6](?![\\d./]|[^.;\\n]{0,8}\\d)");

    private NamesOfQuantities() {}

    /** Whether the name is one here: "P" beside other vital signs, "rate" of a rhythm, "HR" that is no hours. */
    static boolean isMeant(String text, int start, int end, String written) {
        int from = Math.max(0, start - AROUND);
        int to = Math.min(text.length(), start + AROUND);
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "p", "r" ->
                !ValueForms.looksAt(written.equals("R") ? OF_SIDE : OF_PAIN, text, end, to)
                        && VITAL_SIGNS.matcher(text).region(from, to).find();
            case "rate" -> OF_HEART.matcher(text).region(from, start).find();
            case "k" ->
                !ValueForms.looksAt(OF_KETAMINE, text, end, to) && !ValueForms.looksAt(OF_COURSE, text, end, to);
            case "poss" -> ValueForms.looksAt(SCORED, text, end, to);
            case "sat" -> !ValueForms.looksAt(OF_POSTURE, text, end, to);
            case "co" -> end == text.length() || !Character.isDigit(text.charAt(end));
            case "hr" -> ReadTimes.isHeart(text, start);
            case "inr" -> !ANTICOAGULATED.matcher(text).region(from, to).find();
            default -> true;
        };
    }
}
