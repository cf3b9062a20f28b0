package io.dripline.incidence.store;

import io.dripline.counting.CellCount;

/**
 * This partition's share of a cell. A share that fell to zero is kept: its next version must be higher.
 *
 * @param version grows by one with every change; 0 before the first
 */
public record CountedCell(long version, CellCount count) {

    public static final CountedCell NONE = new CountedCell(0, CellCount.ZERO);

    public CountedCell {
        if (version < 0) {
            throw new IllegalArgumentException("version: expected 0 or more, found " + version);
        }
    }

    /** The share as its next version. */
    public CountedCell changedTo(CellCount next) {
        return new CountedCell(version + 1, next);
    }
}
