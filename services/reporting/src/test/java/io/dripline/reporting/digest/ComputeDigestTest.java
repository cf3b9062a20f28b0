package io.dripline.reporting.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.alert.Promise;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.EventCounting;
import io.dripline.reporting.comparison.Comparison;
import io.dripline.reporting.digest.Digest.Rejected;
import io.dripline.reporting.digest.Digest.Standing;
import io.dripline.reporting.opinion.SecondOpinions;
import io.dripline.statistics.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComputeDigestTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Instant NOW = Instant.parse("2026-11-22T07:00:00Z");

    /**
     * K = 5 at alpha = 0.05: the k-th largest E must be 100 / k at least. 60 alone would fail (100), but two of 50 or more are
     * enough; 30 and then 24 are below 33.3 and 25; with 24 at fourth place 100 / 4 = 25 is missed.
     */
    @Test
    void namesTheLargestThatTogetherReachTheThreshold() {
        Digest digest = digest(null, 24, 60, 1, 52, 30);

        assertThat(digest.rejected()).extracting(Rejected::monitor).containsExactly("monitor-1", "monitor-3");
        assertThat(digest.monitors()).isEqualTo(5);
        assertThat(digest.alpha()).isEqualTo(0.05);
    }

    /** The fourth reaches 100 / 4, so the first three are named although none of them reaches its own bar. */
    @Test
    void oneFurtherDownTheListCanCarryThoseAbove() {
        assertThat(digest(null, 26, 30, 1, 28, 31).rejected()).hasSize(4);
    }

    @Test
    void namesNobodyWhereNothingWasCounted() {
        assertThat(digest(null, 1, 1, 1, 1, 1).rejected()).isEmpty();
        assertThat(digest(null).rejected()).isEmpty();
    }

    @Test
    void tellsWhatIsOtherwiseThanInTheDigestBefore() {
        Digest before = digest(null, 200, 300, 1, 1, 1);

        Digest now = digest(before, 1, 300, 400, 1, 1);

        assertThat(before.changed().since()).isNull();
        assertThat(before.changed().newlyRejected()).containsExactly("monitor-1", "monitor-0");
        assertThat(now.changed().since()).isEqualTo(DAY);
        assertThat(now.changed().newlyRejected()).containsExactly("monitor-2");
        assertThat(now.changed().noLongerRejected()).containsExactly("monitor-0");
    }

    private static Digest digest(@Nullable Digest before, double... e) {
        List<Comparison> active = IntStream.range(0, e.length)
                .mapToObj(i -> comparison("monitor-" + i, Math.log(e[i])))
                .toList();
        return ComputeDigest.of(
                active, List.of(), DAY.plusDays(before == null ? 0 : 1), ZoneOffset.UTC, Standing.MADE, NOW, before);
    }

    private static Comparison comparison(String monitor, double lnE) {
        return new Comparison(
                monitor,
                "CNS",
                Unit.FIRST_COURSE,
                Map.of(),
                40,
                14,
                14,
                0.35,
                null,
                "table9-cns",
                0.08,
                EventCounting.UNSTATED,
                lnE,
                200,
                0.01,
                Verdict.TOO_FEW,
                Promise.PROVISIONAL,
                List.of(),
                new SecondOpinions(null, null, null),
                0,
                1,
                List.of());
    }
}
