package io.dripline.reporting.dashboard.clinic;

import io.dripline.reporting.incidence.IncidenceSum;
import java.util.List;

/**
 * What a clinic is told of the others: their rate together in whole per cent, without a count, and only where it tells
 * nothing of any one of them (docs/decisions/0033).
 */
final class OtherClinics {

    /** Fewer could be told apart by those among them who know their own. */
    static final int FEWEST_CLINICS = 5;

    /** Exposures that make a clinic one of those that others hide behind. */
    static final int FEWEST_EXPOSED = 10;

    /** Exposures of all of them together: one patient moves the rate by half of a shown per cent, and mostly not what is shown. */
    static final int FEWEST_TOGETHER = 200;

    /** Affected, and not affected, of all of them together. */
    static final int FEWEST_IN_A_CELL = 5;

    static final String WITHHELD = "not shown: too few to stay unnamed";

    private OtherClinics() {}

    /**
     * The others' rate, in words.
     *
     * @param byClinic one measure at every clinic
     * @param own the clinic that is told
     */
    static String rate(List<IncidenceSum> byClinic, String own) {
        List<IncidenceSum> others =
                byClinic.stream().filter(sum -> !own.equals(sum.key())).toList();
        long exposed = others.stream().mapToLong(IncidenceSum::exposed).sum();
        long affected = others.stream().mapToLong(IncidenceSum::affected).sum();
        long behind =
                others.stream().filter(sum -> sum.exposed() >= FEWEST_EXPOSED).count();
        long largest = others.stream().mapToLong(IncidenceSum::exposed).max().orElse(0);
        boolean isTold = behind >= FEWEST_CLINICS
                && exposed >= FEWEST_TOGETHER
                && 2 * largest <= exposed
                && affected >= FEWEST_IN_A_CELL
                && exposed - affected >= FEWEST_IN_A_CELL;
        return isTold ? "about %d %%".formatted(Math.round(100.0 * affected / exposed)) : WITHHELD;
    }
}
