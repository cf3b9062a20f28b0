package io.dripline.local.demo.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.incidence.Unit;
import io.dripline.local.demo.DefaultSeed;
import io.dripline.statistics.Counts;
import io.dripline.statistics.MixtureEvidence;
import io.dripline.statistics.VilleInequality;
import io.dripline.statistics.WeeklyMixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The promised alert names the same week in each run, because the demo posts a week only when the one before is judged:
 * at a look that crosses, all weeks but the last are whole. The last may be counted in part, whichever part.
 */
class LatchingTest {

    private static final WeeklyMixture MIXTURE = WeeklyMixture.ofMonitor(0.08);

    private final List<Counts> weeks = Picture.of(DefaultSeed.VALUE, Picture.Looks.AFTER_EACH_WEEK)
            .line()
            .weekly(Unit.FIRST_COURSE, List.of(DemoClinic.EAST), "CNS");

    /** @param ordinal of the clinic in the order of appearance, which decides on the threshold */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyFirstLookThatCrossesNamesTheSameWeek(int ordinal) {
        double lnThreshold = Math.log(VilleInequality.threshold(0.05, 0.4 / ((double) ordinal * (ordinal + 1)) / 5));
        Set<Integer> named = new TreeSet<>();
        for (int whole = 0; named.isEmpty() || !crosses(weeks.subList(0, whole), lnThreshold); whole++) {
            for (Counts part : partsOf(weeks.get(whole))) {
                MixtureEvidence evidence = evidence(followedBy(part, whole));
                if (evidence.lnE() >= lnThreshold) {
                    named.add(1 + evidence.highSince());
                }
            }
        }

        assertThat(named).containsExactly(DemoClinic.EXCESS_FROM_WEEK);
    }

    private List<Counts> followedBy(Counts part, int whole) {
        List<Counts> counted = new ArrayList<>(weeks.subList(0, whole));
        counted.add(part);
        return counted;
    }

    /** Everything that may be counted of a week before it is counted whole, and that. */
    private static List<Counts> partsOf(Counts week) {
        List<Counts> parts = new ArrayList<>();
        for (long exposed = 1; exposed <= week.exposed(); exposed++) {
            for (long affected = 0; affected <= Math.min(exposed, week.affected()); affected++) {
                parts.add(new Counts(exposed, affected));
            }
        }
        return parts;
    }

    private static boolean crosses(List<Counts> weeks, double lnThreshold) {
        return evidence(weeks).lnE() >= lnThreshold;
    }

    private static MixtureEvidence evidence(List<Counts> weeks) {
        return MIXTURE.evidence(Counts.ZERO, weeks);
    }
}
