package io.dripline.classification.cases;

import io.dripline.classification.cohort.Cohort;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import java.time.Instant;
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
        Instant asOf) {}
