package io.dripline.reporting.completeness;

import io.dripline.contracts.incidence.IsoWeek;

/**
 * A clinic's week.
 *
 * @param posted sessions posted, as intake last published it
 * @param counted sessions counted
 * @param closed whether it is over, with a tally for each day that equals what is posted and counted
 */
public record OwnWeek(IsoWeek week, long posted, long counted, boolean closed) {}
