package io.dripline.bench.signal;

import static io.dripline.bench.signal.Series.NEVER;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Ways in which exposures happen and are posted, each watched after every post. Each answers when the watch alarmed, in
 * exposures that had happened.
 *
 * @param scenario how many exposures, and how many a week
 * @param watches makes the watch of a series
 */
record Posting(Scenario scenario, Supplier<Watch> watches) {

    /** Sessions that a patient of a cluster has. */
    static final int SESSIONS_OF_A_PATIENT = 10;

    /** Everything at once and true. */
    Series prompt(IntToDoubleFunction proportionInWeek) {
        return simulate(random -> {
            Watch watch = watches.get();
            for (int t = 1; t <= scenario.horizon(); t++) {
                int week = scenario.week(t);
                watch.post(week, random.nextDouble() < proportionInWeek.applyAsDouble(week));
                if (watch.alarms()) {
                    return t;
                }
            }
            return NEVER;
        });
    }

    /** Exposures with, or those without an event are posted only after so many more exposures. */
    Series late(boolean lateHaveEvent, int delay) {
        return simulate(random -> {
            Watch watch = watches.get();
            boolean[] hasEvent = new boolean[scenario.horizon() + 1];
            for (int t = 1; t <= scenario.horizon() + delay; t++) {
                if (t <= scenario.horizon()) {
                    hasEvent[t] = random.nextDouble() < scenario.p0();
                    if (hasEvent[t] != lateHaveEvent) {
                        watch.post(scenario.week(t), hasEvent[t]);
                    }
                }
                if (t > delay && hasEvent[t - delay] == lateHaveEvent) {
                    watch.post(scenario.week(t - delay), lateHaveEvent);
                }
                if (watch.alarms()) {
                    return Math.min(t, scenario.horizon());
                }
            }
            return NEVER;
        });
    }

    /**
     * Patients with ten sessions each, whose own proportions are beta with the mean p0 and the given correlation between two
     * sessions of one patient (by a Polya urn). So many patients are in treatment at once; each session is one of theirs.
     */
    Series clustered(double correlation, int patientsAtOnce) {
        double first = scenario.p0() * (1 - correlation) / correlation;
        double both = (1 - correlation) / correlation;
        return simulate(random -> {
            Watch watch = watches.get();
            int[] sessions = new int[patientsAtOnce];
            int[] events = new int[patientsAtOnce];
            for (int t = 1; t <= scenario.horizon(); t++) {
                int patient = random.nextInt(patientsAtOnce);
                double p = correlation == 0 ? scenario.p0() : (first + events[patient]) / (both + sessions[patient]);
                boolean hasEvent = random.nextDouble() < p;
                watch.post(scenario.week(t), hasEvent);
                if (watch.alarms()) {
                    return t;
                }
                sessions[patient]++;
                events[patient] += hasEvent ? 1 : 0;
                if (sessions[patient] == SESSIONS_OF_A_PATIENT) {
                    sessions[patient] = 0;
                    events[patient] = 0;
                }
            }
            return NEVER;
        });
    }

    /** A share of the exposures without an event is never posted. */
    Series incomplete(double missing) {
        return simulate(random -> {
            Watch watch = watches.get();
            for (int t = 1; t <= scenario.horizon(); t++) {
                boolean hasEvent = random.nextDouble() < scenario.p0();
                if (hasEvent || random.nextDouble() >= missing) {
                    watch.post(scenario.week(t), hasEvent);
                    if (watch.alarms()) {
                        return t;
                    }
                }
            }
            return NEVER;
        });
    }

    /**
     * A share of the exposures without an event is first posted with one, and amended after so many more exposures.
     *
     * @param standing whether only alarms count that stand when what was posted up to then is as it truly was
     */
    Series amended(double wrong, int delay, boolean standing) {
        return simulate(random -> {
            Watch watch = watches.get();
            boolean[] truly = new boolean[scenario.horizon() + 1];
            boolean[] isWrong = new boolean[scenario.horizon() + 1];
            for (int t = 1; t <= scenario.horizon(); t++) {
                if (t > delay && isWrong[t - delay]) {
                    watch.amend(scenario.week(t - delay), false);
                }
                truly[t] = random.nextDouble() < scenario.p0();
                isWrong[t] = !truly[t] && random.nextDouble() < wrong;
                watch.post(scenario.week(t), truly[t] || isWrong[t]);
                if (watch.alarms()) {
                    return standing && !stands(truly, t) ? NEVER : t;
                }
            }
            return NEVER;
        });
    }

    private boolean stands(boolean[] truly, int upTo) {
        Watch watch = watches.get();
        for (int t = 1; t <= upTo; t++) {
            watch.post(scenario.week(t), truly[t]);
        }
        return watch.alarms();
    }

    private Series simulate(ToIntFunction<SplittableRandom> alarm) {
        return Series.simulate(scenario.series(), scenario.seed(), alarm);
    }
}
