package io.dripline.bench.signal;

/** A design that knows no weeks. */
final class PlainWatch implements Watch {

    private final Design design;
    private int exposed;
    private int affected;

    PlainWatch(Design design) {
        this.design = design;
    }

    @Override
    public void post(int week, boolean hasEvent) {
        exposed++;
        affected += hasEvent ? 1 : 0;
    }

    @Override
    public void amend(int week, boolean hasEvent) {
        affected += hasEvent ? 1 : -1;
    }

    @Override
    public boolean alarms() {
        return affected >= design.alarmFrom()[exposed];
    }
}
