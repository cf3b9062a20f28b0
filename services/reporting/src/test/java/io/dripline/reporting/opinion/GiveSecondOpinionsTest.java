package io.dripline.reporting.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dripline.contracts.alert.WeekCount;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.reporting.opinion.SecondOpinions.CusumOpinion;
import io.dripline.reporting.opinion.SecondOpinions.MaxSprtOpinion;
import io.dripline.statistics.BinomialMaxSprt;
import io.dripline.statistics.Counts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class GiveSecondOpinionsTest {

    private static final double P0 = 0.08;
    private static final double THRESHOLD = 200;
    private static final IsoWeek FIRST = IsoWeek.parse("2026-W01");

    private final GiveSecondOpinions opinions = SecondOpinionsFor.horizon(2_000);

    @Test
    void withoutANullOrACountThereIsNone() {
        assertThat(about(null, week(0, 10, 5))).isEqualTo(SecondOpinions.NONE);
        assertThat(about(P0)).isEqualTo(SecondOpinions.NONE);
        assertThat(about(P0, week(0, 0, 0))).isEqualTo(SecondOpinions.NONE);
    }

    @Test
    void asksTheMaxSprtAtTheMonitorsShareOfAlpha() {
        MaxSprtOpinion maxSprt = about(P0, week(0, 60, 12), week(1, 40, 14)).maxSprt();

        assertThat(maxSprt.llr()).isEqualTo(BinomialMaxSprt.llr(new Counts(100, 26), P0));
        assertThat(maxSprt.exposed()).isEqualTo(100);
        assertThat(maxSprt.horizon()).isEqualTo(2_000);
        assertThat(maxSprt.alpha()).isEqualTo(0.005);
        assertThat(maxSprt.criticalValue()).isEqualTo(BinomialMaxSprt.criticalValue(2_000, P0, 0.005, 1));
        assertThat(maxSprt.signals()).isTrue();
    }

    @Test
    void theMaxSprtEndsAtItsHorizonAndKeepsItsSignal() {
        WeekCount quiet = week(0, 1_000, 80);
        WeekCount high = week(1, 900, 200);
        WeekCount beyond = week(2, 200, 0);

        MaxSprtOpinion before = about(P0, quiet, high).maxSprt();
        MaxSprtOpinion after = about(P0, quiet, high, beyond).maxSprt();

        assertThat(after).isEqualTo(before);
        assertThat(after.exposed()).isEqualTo(1_900);
        assertThat(after.signals()).isTrue();
    }

    @Test
    void aSignalOfTheMaxSprtStaysWhenTheRateFallsAgain() {
        MaxSprtOpinion maxSprt =
                about(P0, week(0, 100, 30), week(1, 1_500, 100)).maxSprt();

        assertThat(maxSprt.llr()).isLessThan(maxSprt.criticalValue());
        assertThat(maxSprt.signals()).isTrue();
    }

    @Test
    void aFirstWeekBeyondTheHorizonLeavesNoLook() {
        assertThat(about(P0, week(0, 2_001, 300)).maxSprt()).isNull();
    }

    @Test
    void theCusumSeesARiseAfterAGoodPeriodAndTellsItsRunLengths() {
        List<WeekCount> weeks = new ArrayList<>();
        for (int i = 0; i < 26; i++) {
            weeks.add(week(i, 20, 1));
        }
        CusumOpinion good = about(P0, weeks.toArray(WeekCount[]::new)).cusum();
        for (int i = 26; i < 36; i++) {
            weeks.add(week(i, 20, 5));
        }

        CusumOpinion risen = about(P0, weeks.toArray(WeekCount[]::new)).cusum();

        assertThat(good.signals()).isFalse();
        assertThat(risen.signals()).isTrue();
        assertThat(risen.largest()).isGreaterThanOrEqualTo(risen.sum()).isGreaterThan(4);
        assertThat(risen.oddsRatio()).isEqualTo(2);
        assertThat(risen.limit()).isEqualTo(4);
        assertThat(risen.arlInControl())
                .as("statistics of the method: about 2,943")
                .isCloseTo(2_943, within(5.0));
        assertThat(risen.arlShifted()).isCloseTo(126, within(1.0));
    }

    @Test
    void theCusumDoesNotReachNullsBeyondItsRange() {
        assertThat(about(0.0005, week(0, 100, 1)).cusum()).isNull();
        assertThat(about(0.0005, week(0, 100, 1)).maxSprt()).isNotNull();
    }

    @Test
    void whoHasNoPatienceIsToldTheRestWithoutTheCriticalValue() {
        GiveSecondOpinions slow = SecondOpinionsFor.horizon(10_000);

        MaxSprtOpinion atOnce = slow.about(0.4, THRESHOLD, List.of(week(0, 10, 9)), Patience.of(Duration.ZERO))
                .maxSprt();
        MaxSprtOpinion later = slow.about(0.4, THRESHOLD, List.of(week(0, 10, 9)), Patience.of(Duration.ofMinutes(1)))
                .maxSprt();

        assertThat(atOnce.criticalValue()).isNull();
        assertThat(atOnce.signals()).isNull();
        assertThat(atOnce.llr()).isPositive();
        assertThat(later.criticalValue()).isEqualTo(BinomialMaxSprt.criticalValue(10_000, 0.4, 0.005, 1));
    }

    /** Who asks computes nothing. */
    @Test
    void whoHasNoPatienceIsToldTheRestWithoutTheRunLengthsOfTheCusum() {
        CusumRunLengths runLengths = new CusumRunLengths();
        CountDownLatch released = new CountDownLatch(1);
        HoldSecondOpinions.hold(runLengths.values, released);
        GiveSecondOpinions held = SecondOpinionsFor.horizon(100, runLengths);

        SecondOpinions atOnce = held.about(P0, THRESHOLD, List.of(week(0, 10, 9)), Patience.of(Duration.ZERO));
        released.countDown();
        SecondOpinions later = held.about(P0, THRESHOLD, List.of(week(0, 10, 9)), Patience.of(Duration.ofMinutes(1)));

        assertThat(atOnce.computed()).isFalse();
        assertThat(atOnce.cusum().arlInControl()).isNull();
        assertThat(atOnce.cusum().arlShifted()).isNull();
        assertThat(atOnce.cusum().largest()).isEqualTo(later.cusum().largest());
        assertThat(later.cusum().arlInControl()).isCloseTo(2_943, within(5.0));
        assertThat(later.computed()).isTrue();
    }

    private SecondOpinions about(Double p0, WeekCount... weeks) {
        return opinions.about(p0, THRESHOLD, List.of(weeks), Patience.of(Duration.ofMinutes(1)));
    }

    private static WeekCount week(int index, long exposed, long affected) {
        return new WeekCount(FIRST.plus(index), exposed, affected);
    }
}
