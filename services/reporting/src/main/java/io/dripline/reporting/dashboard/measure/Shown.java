package io.dripline.reporting.dashboard.measure;

import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.dashboard.download.Csv;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.incidence.IncidenceQuestion;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which exposures a page shows.
 *
 * @param cohort by the names of dimensions; empty for all
 */
record Shown(String measure, Unit unit, Map<String, String> cohort, IncidenceQuestion question) {

    static Shown of(IncidenceQuestion question) {
        Map<String, String> cohort = new TreeMap<>();
        question.cohort().forEach((dimension, value) -> cohort.put(dimension.field(), value));
        return new Shown(question.measures().getFirst(), question.unit(), cohort, question);
    }

    /** Measure, cohort and unit in words. */
    String words() {
        return "%s, %s, %s".formatted(Words.measure(measure), Words.cohort(cohort), Words.units(unit));
    }

    /** The cohort as a file names it. */
    String filters() {
        return Csv.filters(cohort);
    }
}
