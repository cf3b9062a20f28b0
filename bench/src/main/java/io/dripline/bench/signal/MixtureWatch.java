package io.dripline.bench.signal;

import io.dripline.statistics.MixtureWeights;

/** A monitor's mixture over weeks, looked at after every post; the same number as WeeklyMixture's, by table. */
final class MixtureWatch implements Watch {

    private final EvidenceTable table;
    private final double threshold;
    private final double[] weight;
    private final double[] toCome;
    private final int[] exposed;
    private final int[] affected;
    private int latest;

    /** @param weeks the most weeks that are posted to */
    MixtureWatch(EvidenceTable table, MixtureWeights weights, double threshold, int weeks) {
        this.table = table;
        this.threshold = threshold;
        weight = new double[weeks];
        toCome = new double[weeks];
        for (int k = 0; k < weeks; k++) {
            weight[k] = weights.of(k);
            toCome[k] = weights.from(k + 1);
        }
        exposed = new int[weeks];
        affected = new int[weeks];
    }

    @Override
    public void post(int week, boolean hasEvent) {
        latest = Math.max(latest, week);
        for (int k = 0; k <= week; k++) {
            exposed[k]++;
            affected[k] += hasEvent ? 1 : 0;
        }
    }

    @Override
    public void amend(int week, boolean hasEvent) {
        for (int k = 0; k <= week; k++) {
            affected[k] += hasEvent ? 1 : -1;
        }
    }

    @Override
    public boolean alarms() {
        return e() >= threshold;
    }

    double threshold() {
        return threshold;
    }

    double e() {
        double sum = toCome[latest];
        for (int k = 0; k <= latest; k++) {
            sum += weight[k] * table.at(exposed[k], affected[k]);
        }
        return sum;
    }
}
