package io.dripline.intake.session;

/**
 * What is refused because no mix-up of units excuses it. Everything below is stored, with a {@link Plausibility} warning
 * where it is unusual: a dose that was typed in mg instead of mg/kg is a mistake to point out, not a report to lose.
 *
 * <p>Tables are those of the evidence review. A heavy patient weighs 100 kg in what follows.
 */
final class Limits {

    /**
     * mg/kg/h, to be stayed below. Fourteen times the highest rate that is named anywhere (7, in intensive care, Table 11).
     * A recommended rate (0.5 to 2) comes to 8 to 33 as µg/kg/min and to 50 as mg/h at 0.5 mg/kg/h; nothing that was
     * meant well comes to 100.
     */
    static final String RATE = "100";

    /**
     * mg/kg, to be stayed below. The highest bolus named is 4.5 (induction of anaesthesia, Table 1); the highest for pain,
     * 0.5, comes to 50 where mg was written for mg/kg.
     */
    static final String BOLUS = "50";

    /**
     * mg/kg, to be stayed below. The highest single dose named is 1.5 (sublingual and rectal, Table 2), which comes to 150
     * where mg was written for mg/kg; by muscle 2 mg/kg (Tables 1 and 2) come to 200.
     */
    static final String DOSE = "200";

    /**
     * mg over a whole session, at most. 7 mg/kg/h (Table 11) for 100 h, the longest infusion that the review names, are
     * 70,000 mg; a typical 35 mg comes to 35,000 where µg was written for mg.
     */
    static final String TOTAL = "100000";

    /** kg, at least: the review is about adults (Table 3), and the lightest of them weigh more. */
    static final String LIGHTEST = "20";

    /** kg, at most: 180 kg in pounds. Grams are beyond any excuse: they are 70,000. */
    static final String HEAVIEST = "400";

    private Limits() {}
}
