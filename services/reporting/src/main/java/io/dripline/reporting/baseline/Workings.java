package io.dripline.reporting.baseline;

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
 */
public record Workings(
        @Nullable Double estimate,
        @Nullable String narrowedTo,
        boolean control,
        @Nullable Long together,
        @Nullable String repeats,
        List<String> disagreesWith) {

    /** A figure that is what it says. */
    public static final Workings NONE = new Workings(null, null, false, null, null, List.of());

    public Workings {
        disagreesWith = disagreesWith == null ? List.of() : List.copyOf(disagreesWith);
    }
}
