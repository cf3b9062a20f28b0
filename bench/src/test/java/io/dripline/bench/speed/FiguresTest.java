package io.dripline.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertThat(Spread.of(List.of(0.9, 0.1, 0.4))).isEqualTo(new Spread(0.1, 0.4, 0.9));
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(Spread.of(List.of(4.0, 1.0, 100.0, 2.0)).median()).isEqualTo(3.0);
    }

    @Test
    void isShownWithItsRange() {
        assertThat(Spread.of(List.of(1500.0, 1200.4, 1300.0)).shown(",.0f")).isEqualTo("1,300 (1,200 to 1,500)");
    }

    @Test
    void nothingHasNoMedian() {
        assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAimIsReachedAtItsLimit() {
        assertThat(Aim.atLeast("share", 0.40, "").judge(0.40))
                .isEqualTo("reached: share is 0.40, the aim at least 0.40");
        assertThat(Aim.atMost("p99", 50, " ms").judge(50)).startsWith("reached: ");
    }

    @Test
    void anAimIsNotReachedBeyondItsLimit() {
        assertThat(Aim.atLeast("share", 0.40, "").judge(0.39)).startsWith("NOT REACHED: ");
        assertThat(Aim.atMost("p99", 50, " ms").judge(123.4))
                .isEqualTo("NOT REACHED: p99 is 123 ms, the aim at most 50.0 ms");
    }

    @Test
    void noFigureReachesNoAim() {
        assertThat(Aim.atLeast("share", 0, "").judge(Double.NaN)).startsWith("NOT REACHED: ");
        assertThat(Aim.atMost("share", 0, "").judge(Double.NaN)).startsWith("NOT REACHED: ");
    }
}
