package io.dripline.reporting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PromisesDueTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    private final PromisesDue due = new PromisesDue();

    @Test
    void eachHasItsTurnOnce() {
        due.add(List.of(FIRST, SECOND));
        due.add(List.of(FIRST));

        assertThat(due.next(0)).contains(FIRST);
        due.judged(FIRST);
        assertThat(due.next(0)).contains(SECOND);
        due.judged(SECOND);

        assertThat(due.next(0)).isEmpty();
        assertThat(due.isDone()).isTrue();
    }

    @Test
    void oneThatFailedWaitsTwiceAsLongEachTimeAndHoldsUpNoOther() {
        due.add(List.of(FIRST, SECOND));

        assertThat(due.failed(FIRST, 0)).isOne();

        assertThat(due.next(seconds(0))).contains(SECOND);
        due.judged(SECOND);
        assertThat(due.isDone()).isTrue();
        assertThat(due.failing()).isOne();
        assertThat(due.next(seconds(1) - 1)).isEmpty();
        assertThat(due.next(seconds(1))).contains(FIRST);
        assertThat(due.failed(FIRST, seconds(1))).isEqualTo(2);
        assertThat(due.next(seconds(3) - 1)).isEmpty();
        assertThat(due.next(seconds(3))).contains(FIRST);
    }

    @Test
    void oneThatFailedIsTriedAgainOnceItsPauseIsOverHoweverManyWait() {
        due.add(List.of(FIRST));
        due.failed(FIRST, 0);
        due.add(List.of(SECOND));

        assertThat(due.again(seconds(1) - 1)).isEmpty();
        assertThat(due.again(seconds(1))).contains(FIRST);
        assertThat(due.next(seconds(1)))
                .as("those that wait have their turn too")
                .contains(SECOND);
        due.failed(FIRST, seconds(1));

        assertThat(due.again(seconds(1))).isEmpty();
    }

    @Test
    void ofThoseThatFailedTheOneWhosePauseWasOverFirstIsTriedFirst() {
        due.failed(FIRST, 2);
        due.failed(SECOND, 1);

        assertThat(due.again(seconds(3600))).contains(SECOND);
        due.failed(SECOND, seconds(3600));
        assertThat(due.again(seconds(7200))).contains(FIRST);
    }

    @Test
    void oneThatFailedIsNotTriedSoonerBecauseItIsDueAgain() {
        due.add(List.of(FIRST));
        due.failed(FIRST, 0);

        due.add(List.of(FIRST));

        assertThat(due.isDone()).isTrue();
        assertThat(due.next(seconds(1) - 1)).isEmpty();
    }

    @Test
    void oneThatSucceedsAfterAllIsForgotten() {
        due.add(List.of(FIRST));
        due.failed(FIRST, 0);

        due.judged(FIRST);

        assertThat(due.failing()).isZero();
        assertThat(due.next(seconds(3600))).isEmpty();
        assertThat(due.failed(FIRST, 0)).isOne();
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
