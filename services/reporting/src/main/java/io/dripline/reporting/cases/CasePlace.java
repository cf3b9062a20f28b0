package io.dripline.reporting.cases;

import org.jspecify.annotations.Nullable;

/**
 * Where a page of a listing begins.
 *
 * @param after cursor behind which patients are numbered; null: the listing's beginning
 * @param from number of the page's first case behind it, from 1
 */
public record CasePlace(@Nullable String after, int from) {

    /** The beginning of a listing. */
    public static final CasePlace START = new CasePlace(null, 1);

    public CasePlace {
        if (from < 1) {
            throw new IllegalArgumentException("from: expected 1 or more, found " + from);
        }
    }

    public boolean isStart() {
        return equals(START);
    }
}
