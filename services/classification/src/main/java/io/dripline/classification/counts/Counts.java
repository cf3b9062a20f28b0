package io.dripline.classification.counts;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.MeasureCount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Cells as they were at some time, in no order.
 *
 * @param asOf the time by which what is counted was coded and stored
 * @param receivedUntil the time by which the sessions that are counted had been received; null for all
 * @param storedUntil the time by which something had been stored of the sessions that are counted; null for all
 * @param lastCodedAt when the last of what may be among them was coded, a withdrawal too: immediately before that time the
 *     cells were others, or came from other sessions; null where nothing had been coded
 */
@Schema(requiredProperties = {"asOf", "cells"})
public record Counts(
        Instant asOf,
        @Nullable Instant receivedUntil,
        @Nullable Instant storedUntil,
        @Nullable Instant lastCodedAt,
        List<CountedCell> cells) {

    public Counts {
        cells = List.copyOf(cells);
    }

    /**
     * What a cell counts.
     *
     * @param exposed exposures in the cell
     * @param awaiting exposures of which at least one event awaits coding
     * @param replaced first courses that counted here until an earlier session was received; not among exposed
     * @param measures counts of the measures that were asked for; one that is absent has affected 0 and possible
     *     {@code awaiting}
     */
    public record CountedCell(
            Cell cell, long exposed, long awaiting, long replaced, Map<String, MeasureCount> measures) {

        public CountedCell {
            measures = Map.copyOf(measures);
        }
    }
}
