package io.dripline.reporting.monitor;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.EventCounting;
import io.dripline.reporting.baseline.Standing;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A monitor that could be made: a study's figure has a null, and sessions of late resemble the study's cohort. How many of
 * them had an event is left out: a cohort that is chosen for its rate carries no promise.
 *
 * @param baseline id of the figure
 * @param p0 the null in force
 * @param nullStates how the events behind that null were counted, as the officer who gave it states; neither where it does not
 * @param population whom the study treated, in its words; only a reader can compare it
 * @param unit always FIRST_COURSE, which alone can carry the promise
 * @param cohort what the monitor would filter by
 * @param exposed first courses that it would have counted in the weeks given
 * @param fromWeek first of the weeks that were looked at
 * @param toWeek last of them, this week
 * @param aspects what is comparable and what is not
 */
public record Suggestion(
        String baseline,
        String study,
        String place,
        String measure,
        String measurePrinted,
        String printed,
        Standing standing,
        double p0,

        @Schema(
                description =
                        "How the events behind the null were counted, as the officer who gave it states; what is null holds as"
                                + " the figure's source states")
        EventCounting nullStates,

        @Nullable String population,
        Unit unit,
        Map<String, String> cohort,
        long exposed,
        IsoWeek fromWeek,
        IsoWeek toWeek,
        List<Aspect> aspects) {

    /**
     * One aspect in which a study and the clinics' sessions can be compared.
     *
     * @param aspect route, formulation, regimen, indication, dose, ascertainment, window or unit
     * @param published what the source prints, or the officer who set the null states in its place; null where neither does
     * @param sentence why, in words for a reader
     */
    public record Aspect(String aspect, @Nullable String published, Resemblance resemblance, String sentence) {}

    /** How far an aspect is the same. */
    public enum Resemblance {
        COMPARABLE,
        NOT_COMPARABLE,
        /** Neither the source says, nor the officer who set the null. */
        NOT_STATED
    }

    public Suggestion {
        cohort = Map.copyOf(cohort);
        aspects = List.copyOf(aspects);
    }

    long comparable() {
        return aspects.stream()
                .filter(aspect -> aspect.resemblance() == Resemblance.COMPARABLE)
                .count();
    }
}
