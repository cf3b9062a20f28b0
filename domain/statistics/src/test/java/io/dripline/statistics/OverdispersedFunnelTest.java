package io.dripline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OverdispersedFunnelTest {

    @Test
    void clinicsThatAgreeDoNotDiffer() {
        OverdispersedFunnel funnel =
                OverdispersedFunnel.of(List.of(new Counts(100, 8), new Counts(200, 16), new Counts(50, 4)));

        assertThat(funnel.phi()).isCloseTo(0, within(1e-25));
        assertThat(funnel.tau2()).isZero();
        assertThat(funnel.z()).allSatisfy(z -> assertThat(z).isCloseTo(0, within(1e-12)));
    }

    /** A clinic at a limit has that limit's z-score. */
    @Property
    void limitsAndScoresAreTheSameStatement(
            @ForAll @Size(min = 2, max = 12) List<@IntRange(min = 1, max = 199) Integer> affected) {
        List<Counts> clinics = affected.stream().map(x -> new Counts(200, x)).toList();
        Counts all = clinics.stream().reduce(Counts.ZERO, Counts::plus);
        OverdispersedFunnel funnel = OverdispersedFunnel.of(clinics);

        for (int i = 0; i < clinics.size(); i++) {
            double z = funnel.z().get(i);
            Interval limits = funnel.limits(all, 200, Math.abs(z));
            double rate = clinics.get(i).affected() / 200.0;
            assertThat(z > 0 ? limits.high() : limits.low()).isCloseTo(rate, within(1e-9));
        }
    }

    @Test
    void aClinicWithoutEventsOrWithNothingElseIsScored() {
        OverdispersedFunnel funnel = OverdispersedFunnel.of(List.of(new Counts(100, 0), new Counts(100, 100)));

        assertThat(funnel.z().get(0)).isNegative().isFinite();
        assertThat(funnel.z().get(1)).isPositive().isFinite();
    }

    @Test
    void oneClinicAmongDwarfsLeavesFiniteFigures() {
        OverdispersedFunnel funnel =
                OverdispersedFunnel.of(List.of(new Counts(1_000_000_000_000_000_000L, 1), new Counts(1, 1)));

        assertThat(funnel.tau2()).isFinite();
        assertThat(funnel.z()).allSatisfy(z -> assertThat(z).isFinite());
    }

    @Test
    void oneClinicCannotBeCompared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OverdispersedFunnel.of(List.of(new Counts(100, 8))))
                .withMessage("expected at least 2 clinics to compare, found 1");
    }

    @Test
    void aClinicWithoutExposureIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OverdispersedFunnel.of(List.of(new Counts(100, 8), Counts.ZERO)))
                .withMessageContaining("at least one exposure");
    }
}
