package io.dripline.classification.cases;

import io.dripline.classification.cohort.Cohort;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are asked for.
 *
 * @param measure ANY, SERIOUS, a category, a measure or a term; null: every exposure with an event, whatever it was
 * @param possible whether exposures that only await review are listed too
 * @param cohort whose exposures
 * @param from first ISO week of start, null: the first there is
 * @param to last ISO week of start, null: the last there is
 * @param asOf the time at which the codings were stored at the latest
 */
record CaseQuestion(
        @Nullable String measure,
        boolean possible,
        Unit unit,
        Cohort cohort,
        @Nullable IsoWeek from,
        @Nullable IsoWeek to,
        Instant asOf) {

    static final String FIRST_DATE = "0001-01-01";
    private static final String LAST_DATE = "9999-12-31";

    CaseQuestion asOf(Instant time) {
        return new CaseQuestion(measure, possible, unit, cohort, from, to, time);
    }

    /** What is asked, whenever it is: the same text for the same question alone. */
    String asked() {
        return "%s %s %s %s %s %s".formatted(measure, possible, unit, new TreeMap<>(cohort.dimensions()), from, to);
    }

    /** The first local date of start that is asked for. */
    String firstDate() {
        return from == null ? FIRST_DATE : from.monday().toString();
    }

    /** The last one. */
    String lastDate() {
        return to == null ? LAST_DATE : to.monday().plusDays(6).toString();
    }
}
