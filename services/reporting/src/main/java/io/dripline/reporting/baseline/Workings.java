package io.dripline.reporting.baseline;

import io.dripline.contracts.incidence.DoseBand;
import io.dripline.contracts.incidence.Regimen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the standing and the use of a figure are worked out from, beyond the fields that callers are told. Known from
 * the catalogue's file alone.
 *
 * @param estimate of a relative risk, whose interval the figure's ends are; null for every other kind
 * @param narrowedTo what the source asks of an event beyond the measure (e.g. that treatment stopped), so that the
 *     figure is a lower bound of the measure only; null where it counts the measure
 * @param control whether the arm had no ketamine
 * @param together patients of all the groups that a comparison of percentages was made between, where the review prints
 *     their number and not that of each group
 * @param repeats id of the figure that this one prints again, null where it is printed here first
 * @param disagreesWith ids of the figures that this one cannot be reconciled with
 * @param regimen whether the treatment was planned as one session, null where that is not printed
 * @param doseBands where the doses lie that are printed, ascending; empty where that does not follow from them
 * @param pooled ids of the figures that this one was computed from; empty for one that is printed
 */
public record Workings(
        @Nullable Double estimate,
        @Nullable String narrowedTo,
        boolean control,
        @Nullable Long together,
        @Nullable String repeats,
        List<String> disagreesWith,
        @Nullable Regimen regimen,
        List<DoseBand> doseBands,
        List<String> pooled) {

    /** A figure that is what it says. */
    public static final Workings NONE =
            new Workings(null, null, false, null, null, List.of(), null, List.of(), List.of());

    public Workings {
        disagreesWith = disagreesWith == null ? List.of() : List.copyOf(disagreesWith);
        doseBands = doseBands == null ? List.of() : List.copyOf(doseBands);
        pooled = pooled == null ? List.of() : List.copyOf(pooled);
    }

    /** Of a figure that was computed from others. */
    static Workings ofPool(List<String> pooled) {
        return new Workings(null, null, false, null, null, List.of(), null, List.of(), pooled);
    }
}
