package io.dripline.statistics;

import java.util.function.LongUnaryOperator;

/**
 * A test looked at after every exposure, followed exactly: the distribution of the number affected among series that have
 * not alarmed, exposure by exposure. Time and memory grow with the square of and in proportion to the horizon.
 *
 * @param alarmFrom the number affected that alarms, by exposures so far; more than the exposures where none does
 */
public record SequentialDesign(LongUnaryOperator alarmFrom) {

    /** The longest horizon followed, in exposures. */
    public static final int LONGEST_HORIZON = 20_000;

    /**
     * How a design does at a true proportion.
     *
     * @param alarmed probability of an alarm up to the horizon, 0 to 1
     * @param meanToAlarm expected exposures to the alarm, series without one counted with the horizon
     * @param medianToAlarm exposures by which half of all series have alarmed; 0 where fewer do up to the horizon
     */
    public record Performance(double alarmed, double meanToAlarm, int medianToAlarm) {}

    /**
     * @param p true proportion, inside (0, 1)
     * @param horizon exposures after which the series ends, 1 to {@link #LONGEST_HORIZON}
     */
    public Performance at(double p, int horizon) {
        Expect.insideUnit("p", p);
        if (horizon < 1 || horizon > LONGEST_HORIZON) {
            throw new IllegalArgumentException(
                    "the horizon must be 1 to %d exposures, found %d".formatted(LONGEST_HORIZON, horizon));
        }
        double[] live = new double[horizon + 2];
        live[0] = 1;
        double alarmed = 0;
        double mean = 0;
        int median = 0;
        for (int n = 1; n <= horizon; n++) {
            mean += Math.max(0, 1 - alarmed);
            for (int x = n; x > 0; x--) {
                live[x] = live[x] * (1 - p) + live[x - 1] * p;
            }
            live[0] *= 1 - p;
            long from = alarmFrom.applyAsLong(n);
            for (int x = n; x >= from && x >= 0; x--) {
                alarmed += live[x];
                live[x] = 0;
            }
            if (median == 0 && alarmed >= 0.5) {
                median = n;
            }
        }
        return new Performance(Math.min(1, alarmed), mean, median);
    }
}
