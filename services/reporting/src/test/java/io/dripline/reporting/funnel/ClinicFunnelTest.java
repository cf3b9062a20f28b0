package io.dripline.reporting.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.incidence.Incidence;
import io.dripline.reporting.incidence.Rate;
import io.dripline.statistics.Counts;
import io.dripline.statistics.OverdispersedFunnel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClinicFunnelTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:02:03Z");

    @Test
    void saysOfEachClinicHowFarItLiesFromAll() {
        long[][] counts = {
            {200, 14}, {180, 15}, {220, 16}, {150, 10}, {210, 17}, {190, 60}, {205, 15}, {195, 13}, {200, 16},
            {185, 14}, {215, 17}, {198, 15}
        };

        ClinicFunnel funnel = funnel(counts);

        OverdispersedFunnel expected = OverdispersedFunnel.of(
                java.util.Arrays.stream(counts).map(c -> new Counts(c[0], c[1])).toList());
        assertThat(funnel.phi()).isEqualTo(expected.phi());
        assertThat(funnel.tau2()).isEqualTo(expected.tau2());
        assertThat(funnel.rows()).extracting(ClinicFunnel.FunnelClinic::z).containsExactlyElementsOf(expected.z());
        assertThat(funnel.rate()).isCloseTo(222.0 / 2348, within(1e-15));
        assertThat(funnel.remark()).isNull();
        assertThat(funnel.rows().get(5)).satisfies(high -> {
            assertThat(high.beyond95()).isTrue();
            assertThat(high.beyond998()).isTrue();
            assertThat(high.rate()).isGreaterThan(high.limits998().high());
            assertThat(high.limits998().high()).isGreaterThan(high.limits95().high());
        });
        assertThat(funnel.rows().get(0)).satisfies(usual -> {
            assertThat(usual.beyond95()).isFalse();
            assertThat(usual.rate())
                    .isBetween(usual.limits95().low(), usual.limits95().high());
        });
    }

    @Test
    void beyondALimitIsOutsideOfItsInterval() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            long[][] counts = new long[3 + random.nextInt(20)][];
            for (int c = 0; c < counts.length; c++) {
                long n = 1 + random.nextInt(300);
                counts[c] = new long[] {n, random.nextInt((int) n + 1)};
            }
            for (ClinicFunnel.FunnelClinic clinic : funnel(counts).rows()) {
                if (clinic.z() == null || Math.abs(Math.abs(clinic.z()) - 1.96) < 1e-3) {
                    continue;
                }
                boolean outside = clinic.rate() < clinic.limits95().low() - 1e-12
                        || clinic.rate() > clinic.limits95().high() + 1e-12;
                assertThat(clinic.beyond95()).isEqualTo(outside);
            }
        }
    }

    @Test
    void oneClinicOrNoneCannotBeCompared() {
        assertThat(funnel(new long[0][])).satisfies(none -> {
            assertThat(none.rows()).isEmpty();
            assertThat(none.rate()).isNull();
            assertThat(none.remark()).contains("at least two clinics", "found 0");
        });
        assertThat(funnel(new long[][] {{40, 3}})).satisfies(one -> {
            assertThat(one.rate()).isEqualTo(0.075);
            assertThat(one.phi()).isNull();
            assertThat(one.rows()).singleElement().satisfies(row -> {
                assertThat(row.z()).isNull();
                assertThat(row.beyond95()).isNull();
                assertThat(row.limits95()).isNull();
            });
            assertThat(one.remark()).contains("found 1");
        });
    }

    @Test
    void allOrNothingCannotBeCompared() {
        assertThat(funnel(new long[][] {{40, 0}, {50, 0}, {60, 0}}).remark()).contains("No exposure is affected");
        assertThat(funnel(new long[][] {{40, 40}, {50, 50}}).remark()).contains("Every exposure");
        assertThat(funnel(new long[][] {{40, 0}, {50, 0}}).rows())
                .extracting(ClinicFunnel.FunnelClinic::z)
                .containsOnlyNulls();
    }

    /** As the remark says. */
    @Test
    void ofTwoClinicsNeitherLiesBeyondTheLimits() {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            int n1 = 1 + random.nextInt(2_000);
            int n2 = 1 + random.nextInt(2_000);
            long[][] counts = {{n1, random.nextInt(n1 + 1)}, {n2, random.nextInt(n2 + 1)}};
            ClinicFunnel funnel = funnel(counts);
            assertThat(funnel.remark()).isNotNull();
            assertThat(funnel.rows()).noneMatch(row -> Boolean.TRUE.equals(row.beyond95()));
        }
    }

    private static ClinicFunnel funnel(long[][] counts) {
        List<Rate> rows = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            rows.add(Rate.of("clinic-" + i, counts[i][0], counts[i][1], counts[i][1]));
        }
        return ClinicFunnel.of(new Incidence("CNS", Unit.FIRST_COURSE, rows, NOW, 1));
    }
}
