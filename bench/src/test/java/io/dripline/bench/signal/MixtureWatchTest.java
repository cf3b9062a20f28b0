package io.dripline.bench.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dripline.statistics.Counts;
import io.dripline.statistics.EProcess;
import io.dripline.statistics.MixtureWeights;
import io.dripline.statistics.WeeklyMixture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the simulations look at is what monitors are judged by. */
class MixtureWatchTest {

    private static final EProcess PROCESS = WeeklyMixture.ofMonitor(0.08).process();
    private static final EvidenceTable TABLE = new EvidenceTable(PROCESS, 600);

    @Test
    void isTheMonitorsMixtureInWhateverOrderWeeksArePosted() {
        SplittableRandom random = new SplittableRandom(5);
        MixtureWatch watch = new MixtureWatch(TABLE, MixtureWeights.MONITOR, 20, 30);
        List<Counts> weeks = new ArrayList<>(Collections.nCopies(30, Counts.ZERO));
        for (int i = 0; i < 600; i++) {
            int week = random.nextInt(30);
            boolean hasEvent = random.nextDouble() < 0.11;
            weeks.set(week, weeks.get(week).plus(new Counts(1, hasEvent ? 1 : 0)));
            watch.post(week, hasEvent);
        }

        double e = watch.e();

        double expected = Math.exp(
                WeeklyMixture.ofMonitor(0.08).evidence(Counts.ZERO, weeks).lnE());
        assertThat(e).isCloseTo(expected, within(1e-10 * expected));
    }

    @Test
    void anAmendedPostIsAsIfItHadBeenTrue() {
        MixtureWatch amended = new MixtureWatch(TABLE, MixtureWeights.MONITOR, 20, 3);
        MixtureWatch truly = new MixtureWatch(TABLE, MixtureWeights.MONITOR, 20, 3);
        for (int week : List.of(0, 1, 1, 2)) {
            amended.post(week, true);
            truly.post(week, week != 1);
        }

        amended.amend(1, false);
        amended.amend(1, false);

        assertThat(amended.e()).isEqualTo(truly.e());
    }
}
