package io.dripline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CusumPathTest {

    private static final BernoulliCusum CUSUM = new BernoulliCusum(0.08, 2, 4);

    @Test
    void nothingCountedLeavesItAtZero() {
        assertThat(CusumPath.of(CUSUM, List.of(Counts.ZERO))).isEqualTo(new CusumPath(0, 0));
    }

    @Test
    void equalsTheSumOverSingleExposuresInTheStatedOrder() {
        Random random = new Random(7);
        List<Counts> weeks = new ArrayList<>();
        double sum = 0;
        double largest = 0;
        for (int week = 0; week < 60; week++) {
            int exposed = random.nextInt(40);
            int affected = exposed == 0 ? 0 : random.nextInt(Math.min(exposed, week < 30 ? 4 : 9) + 1);
            weeks.add(new Counts(exposed, affected));
            for (boolean isAffected : evenly(exposed, affected)) {
                sum = CUSUM.after(sum, isAffected);
                largest = Math.max(largest, sum);
            }
        }

        CusumPath path = CusumPath.of(CUSUM, weeks);

        assertThat(path.sum()).isCloseTo(sum, within(1e-9));
        assertThat(path.largest()).isCloseTo(largest, within(1e-9)).isGreaterThan(4);
        assertThat(path.reached(CUSUM)).isTrue();
    }

    @Test
    void forgetsGoodMonths() {
        List<Counts> risen = new ArrayList<>();
        for (int week = 0; week < 52; week++) {
            risen.add(new Counts(25, 1));
        }
        CusumPath good = CusumPath.of(CUSUM, risen);
        for (int week = 0; week < 6; week++) {
            risen.add(new Counts(25, 6));
        }

        CusumPath path = CusumPath.of(CUSUM, risen);

        assertThat(good.reached(CUSUM)).isFalse();
        assertThat(path.reached(CUSUM)).isTrue();
    }

    @Test
    void remembersThatItWasReachedWhenItFellAgain() {
        CusumPath path = CusumPath.of(CUSUM, List.of(new Counts(20, 15), new Counts(500, 0)));

        assertThat(path.sum()).isZero();
        assertThat(path.reached(CUSUM)).isTrue();
    }

    @Test
    void takesAWeekInWhichEverybodyIsAffected() {
        CusumPath path = CusumPath.of(CUSUM, List.of(new Counts(3, 3)));

        assertThat(path.sum()).isCloseTo(3 * CUSUM.gain(), within(1e-12));
    }

    /** The i-th of x affected stands after the first (i - 1/2) n / x exposures of n. */
    private static boolean[] evenly(int exposed, int affected) {
        boolean[] order = new boolean[exposed];
        for (int i = 1; i <= affected; i++) {
            order[(2 * i - 1) * exposed / (2 * affected)] = true;
        }
        int placed = 0;
        for (boolean isAffected : order) {
            placed += isAffected ? 1 : 0;
        }
        assertThat(placed).as(Arrays.toString(order)).isEqualTo(affected);
        return order;
    }
}
