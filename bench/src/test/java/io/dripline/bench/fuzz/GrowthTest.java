package io.dripline.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GrowthTest {

    private static final long CHUNK = FuzzRequests.CHUNK;

    @Test
    void cachesThatFillAreNoLeak() {
        Growth growth = Growth.of(points(30, sent -> 90_000_000 + Math.min(sent, 50_000) * 1_000 + sent % 7 * 100_000));

        assertThat(growth.isLeak()).isFalse();
    }

    @Test
    void whatStaysOfEachRequestIsALeak() {
        Growth growth = Growth.of(points(30, sent -> 90_000_000 + sent * 200 + sent / CHUNK % 2 * 500_000));

        assertThat(growth.slope()).isCloseTo(200, within(20.0));
        assertThat(growth.isLeak()).isTrue();
    }

    /** Regression of 1, 2, 4, 3, 5 on five equal steps, by hand: slope 0.9, sum of squares left 1.9, t of 3 degrees 3.182. */
    @Test
    void boundsTheSlopeByStudentsT() {
        long[] bytes = {1, 2, 4, 3, 5};
        List<Progress.Heap> points = new ArrayList<>(List.of(new Progress.Heap("intake", 7, 0, 0)));
        for (int i = 0; i < bytes.length; i++) {
            points.add(new Progress.Heap("intake", 7, Growth.WARM_UP + i, bytes[i]));
        }

        Growth growth = Growth.of(points);

        assertThat(growth.slope()).isCloseTo(0.9, within(1e-12));
        assertThat(growth.least()).isCloseTo(0.9 - 3.18244630528 * Math.sqrt(1.9 / 3 / 10), within(1e-9));
    }

    @Test
    void tooFewPointsTellNothing() {
        Growth growth = Growth.of(points(16, sent -> 90_000_000 + sent * 1_000));

        assertThat(growth.isKnown()).isFalse();
        assertThat(growth.isLeak()).isFalse();
    }

    private static List<Progress.Heap> points(int many, LongUnaryOperator bytes) {
        return LongStream.range(0, many)
                .map(i -> i * CHUNK)
                .mapToObj(sent -> new Progress.Heap("intake", 7, sent, bytes.applyAsLong(sent)))
                .toList();
    }
}
