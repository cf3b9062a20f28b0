package io.dripline.local.demo;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.local.demo.clinic.DemoClinic;
import io.dripline.local.demo.clinic.Run;
import io.dripline.local.demo.line.ShownAlert;
import java.util.List;
import java.util.Optional;

/**
 * What came of a run.
 *
 * @param promised the alert for CNS at clinic-east
 * @param followed that for CNS over all clinics, which holds the same excess and may come or not
 * @param others all other alerts; none is promised
 * @param isJudged whether all that was posted had been counted and judged when the alerts were read
 */
record Outcome(
        Run run,
        Optional<ShownAlert> promised,
        Optional<ShownAlert> followed,
        List<ShownAlert> others,
        boolean isJudged) {

    private static final String MEASURE = "CNS";

    static Outcome of(Run run, List<ShownAlert> alerts, boolean isJudged) {
        Optional<ShownAlert> promised = alerts.stream()
                .filter(alert -> alert.isOf(MEASURE, DemoClinic.EAST.id()))
                .findFirst();
        Optional<ShownAlert> followed =
                alerts.stream().filter(alert -> alert.isOverAllClinics(MEASURE)).findFirst();
        List<ShownAlert> others = alerts.stream()
                .filter(alert -> !promised.equals(Optional.of(alert)) && !followed.equals(Optional.of(alert)))
                .toList();
        return new Outcome(run, promised, followed, others, isJudged);
    }

    /** Whether the page shows what the demo says: its alert, for its weeks, and no other. Before 26 weeks it need not have come. */
    boolean isAsPromised() {
        return isJudged && others.isEmpty() && promised.map(this::isOfTheExcess).orElse(run.weeks() < Demo.WEEKS);
    }

    /** Whether the alert is there, and sessions without events may still be missing from what bears it out. */
    boolean isProvisional() {
        return promised.map(alert -> alert.promise().equals("PROVISIONAL")).orElse(false);
    }

    /** Whether the rate is judged high since about the week in which the excess begins. */
    boolean isOfTheExcess(ShownAlert alert) {
        return DemoClinic.isAboutTheExcess(weekOfTheDemo(alert));
    }

    /** The week since which the rate is judged high; 1 for the first week of the run, less before it. */
    long weekOfTheDemo(ShownAlert alert) {
        return 1 + run.firstWeek().weeksUntil(IsoWeek.parse(alert.highSinceWeek()));
    }
}
