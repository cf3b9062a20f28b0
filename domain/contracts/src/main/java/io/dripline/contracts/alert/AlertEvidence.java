package io.dripline.contracts.alert;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.session.Ascertainment;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything from which an alert's ln E can be computed again.
 *
 * @param baseline id of the published figure
 * @param p0 null incidence, in (0, 1)
 * @param nullAscertainment how the events behind the null were asked for, as the officer who gave it states; null where it does
 *     not, and what the figure's source states holds
 * @param nullWindow over which they were counted (infusion, course or long term), likewise
 * @param alphaShare share of the installation's alpha, in (0, 1]
 * @param priorA first parameter of the Beta prior
 * @param priorB second parameter of the Beta prior
 * @param startWeight the mixture's weight for a rate that was high from the start, in [0.001, 0.999]; 0.8 where it is not
 *     stated, as in alerts from before it was stored
 * @param laterHalfWithin c, in weeks, from 1: the k-th later week has the weight (1 - startWeight) c / ((c + k - 1)(c + k)),
 *     so half of the later weight lies on the first c of them; 1 where it is not stated
 * @param firstCountedWeek the week from which the mixture counts, frozen
 * @param weeks counts by week at the crossing, ascending
 */
public record AlertEvidence(
        String baseline,
        double p0,
        @Nullable Ascertainment nullAscertainment,
        @Nullable String nullWindow,
        double alphaShare,
        double priorA,
        double priorB,
        Double startWeight,
        Integer laterHalfWithin,
        IsoWeek firstCountedWeek,
        List<WeekCount> weeks) {

    private static final double FORMER_START_WEIGHT = 0.8;
    private static final int FORMER_LATER_HALF_WITHIN = 1;
    private static final Set<String> WINDOWS = Set.of("infusion", "course", "long term");

    public AlertEvidence {
        startWeight = startWeight == null ? FORMER_START_WEIGHT : startWeight;
        laterHalfWithin = laterHalfWithin == null ? FORMER_LATER_HALF_WITHIN : laterHalfWithin;
        if (!(startWeight >= 0.001 && startWeight <= 0.999)) {
            throw new IllegalArgumentException("startWeight must lie in 0.001 to 0.999, found " + startWeight);
        }
        if (laterHalfWithin < 1) {
            throw new IllegalArgumentException("laterHalfWithin must be 1 or more weeks, found " + laterHalfWithin);
        }
        if (nullWindow != null && !WINDOWS.contains(nullWindow)) {
            throw new IllegalArgumentException("nullWindow must be infusion, course or long term, found " + nullWindow);
        }
        weeks = List.copyOf(weeks);
    }
}
