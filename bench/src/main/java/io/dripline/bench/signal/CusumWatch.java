package io.dripline.bench.signal;

import io.dripline.statistics.BernoulliCusum;

/** The CUSUM, which takes exposures in the order of their posts and forgets none. */
final class CusumWatch implements Watch {

    private final BernoulliCusum cusum;
    private double sum;

    CusumWatch(BernoulliCusum cusum) {
        this.cusum = cusum;
    }

    @Override
    public void post(int week, boolean hasEvent) {
        sum = cusum.after(sum, hasEvent);
    }

    @Override
    public void amend(int week, boolean hasEvent) {
        throw new UnsupportedOperationException("a CUSUM is not amended");
    }

    @Override
    public boolean alarms() {
        return sum >= cusum.limit();
    }
}
