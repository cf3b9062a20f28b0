package io.dripline.local.demo.clinic;

import io.dripline.contracts.incidence.Unit;
import io.dripline.statistics.Counts;
import io.dripline.statistics.MixtureEvidence;
import io.dripline.statistics.VilleInequality;
import io.dripline.statistics.WeeklyMixture;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

/** One of reporting's default monitors, which looks at the counts as they come and latches. */
final class Watch {

    /** {@code dripline.monitors.alpha}. */
    private static final double ALPHA = 0.05;

    private final String measure;
    private final Collection<DemoClinic> clinics;
    private final WeeklyMixture mixture;
    private final double lnThreshold;

    private double highestLnE = Double.NEGATIVE_INFINITY;
    private int crossedWith;
    private int earliestHighSince = Integer.MAX_VALUE;
    private int latestHighSince;

    /**
     * @param p0 null incidence
     * @param share the monitor's share of alpha
     */
    Watch(String measure, Collection<DemoClinic> clinics, double p0, double share) {
        this.measure = measure;
        this.clinics = List.copyOf(clinics);
        this.mixture = WeeklyMixture.ofMonitor(p0);
        this.lnThreshold = Math.log(VilleInequality.threshold(ALPHA, share));
    }

    /** Looks at what has been counted; a week without exposure at the end says nothing. */
    void look(CountedLine line) {
        var weeks = line.weekly(Unit.FIRST_COURSE, clinics, measure);
        int seen = weeks.size();
        while (seen > 0 && weeks.get(seen - 1).exposed() == 0) {
            seen--;
        }
        MixtureEvidence evidence = mixture.evidence(Counts.ZERO, weeks.subList(0, seen));
        highestLnE = Math.max(highestLnE, evidence.lnE());
        if (evidence.lnE() >= lnThreshold) {
            crossedWith = crossedWith == 0 ? seen : crossedWith;
            earliestHighSince = Math.min(earliestHighSince, evidence.highSince() + 1);
            latestHighSince = Math.max(latestHighSince, evidence.highSince() + 1);
        }
    }

    String measure() {
        return measure;
    }

    boolean concerns(DemoClinic clinic) {
        return clinics.contains(clinic);
    }

    boolean overAllClinics() {
        return clinics.size() > 1;
    }

    /** The week of the demo in which it crossed. */
    OptionalInt crossedInWeek() {
        return crossedWith == 0 ? OptionalInt.empty() : OptionalInt.of(crossedWith);
    }

    /** Whether the rate was judged high since about the excess, at whichever look above the threshold. */
    boolean wasAlwaysHighSinceTheExcess() {
        return DemoClinic.isAboutTheExcess(earliestHighSince) && DemoClinic.isAboutTheExcess(latestHighSince);
    }

    /** How far the evidence ever was from the threshold, in units of ln E; 0 or less once it crossed. */
    double distance() {
        return lnThreshold - highestLnE;
    }

    @Override
    public String toString() {
        return "%s over %s: %s, high since %d, distance %.2f"
                .formatted(measure, clinics, crossedInWeek(), latestHighSince, distance());
    }
}
