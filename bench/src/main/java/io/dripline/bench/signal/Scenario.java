package io.dripline.bench.signal;

/**
 * What the simulated posts are judged by.
 *
 * @param p0 the null
 * @param alpha error probability; an alarm is at E of 1 / alpha
 * @param perWeek exposures a week
 * @param horizon exposures after which a series ends
 * @param series how many
 */
record Scenario(double p0, double alpha, int perWeek, int horizon, int series, long seed) {

    int weeks() {
        return (horizon + perWeek - 1) / perWeek;
    }

    int week(int exposure) {
        return (exposure - 1) / perWeek;
    }

    Scenario over(int newHorizon) {
        return new Scenario(p0, alpha, perWeek, newHorizon, series, seed);
    }

    Scenario with(int newSeries) {
        return new Scenario(p0, alpha, perWeek, horizon, newSeries, seed);
    }
}
