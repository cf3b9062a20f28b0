package io.dripline.statistics;

import java.util.function.LongUnaryOperator;

/**
 * A test looked at after every exposure, followed exactly: the distribution of the number affected among series that have
 * not alarmed, exposure by exposure.
 *
 * @param alarmFrom the number affected that alarms, by exposures so far
 */
record SequentialDesign(LongUnaryOperator alarmFrom) {

    /**
     * @param alarmed probability of an alarm up to the horizon
     * @param meanToAlarm expected exposures to the alarm, series without one counted with the horizon
     */
    record Performance(double alarmed, double meanToAlarm) {}

    Performance at(double p, int horizon) {
        double[] live = new double[horizon + 2];
        live[0] = 1;
        double alarmed = 0;
        double mean = 0;
        for (int n = 1; n <= horizon; n++) {
            mean += 1 - alarmed;
            for (int x = n; x > 0; x--) {
                live[x] = live[x] * (1 - p) + live[x - 1] * p;
            }
            live[0] *= 1 - p;
            long from = alarmFrom.applyAsLong(n);
            for (int x = n; x >= from && x >= 0; x--) {
                alarmed += live[x];
                live[x] = 0;
            }
        }
        return new Performance(alarmed, mean);
    }
}
