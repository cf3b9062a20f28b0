package io.dripline.bench.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dripline.statistics.EProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulations against exact figures, and against those printed with the methods, within five standard errors. */
class PostingTest {

    private static final Scenario SCENARIO = new Scenario(0.08, 0.05, 20, 1_000, 4_000, BenchSignal.SEED);
    private static final Design PLAIN = Design.eProcess("", EProcess.against(0.08), 0.05, 1_000);
    private static final Posting POSTING = new Posting(SCENARIO, () -> new PlainWatch(PLAIN));

    @ParameterizedTest
    @CsvSource({"0.08", "0.12", "0.16"})
    void promptPostsAreTheExactComputation(double p) {
        double exact = PLAIN.at(p, 1_000).alarmed();

        double simulated = POSTING.prompt(week -> p).alarmed(0, 1_000);

        assertThat(simulated).isCloseTo(exact, within(5 * error(exact) + 1e-9));
    }

    @ParameterizedTest
    @CsvSource({"10, 0.10", "30, 0.48", "60, 0.88"})
    void lateNegativesInflateFalseAlarms(int delay, double printed) {
        double simulated = POSTING.late(false, delay).alarmed(0, 1_000);

        assertThat(simulated).isCloseTo(printed, within(0.005 + 5 * error(printed)));
    }

    @ParameterizedTest
    @CsvSource({"10, 0.00975", "60, 0.001"})
    void latePositivesAreHarmless(int delay, double measured) {
        double simulated = POSTING.late(true, delay).alarmed(0, 1_000);

        assertThat(simulated).isCloseTo(measured, within(5 * error(measured)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.03", "0.1, 0.11", "0.2, 0.20", "0.4, 0.31"})
    void correlatedSessionsInflateFalseAlarms(double correlation, double printed) {
        double simulated = POSTING.clustered(correlation, 8).alarmed(0, 1_000);

        assertThat(simulated).isCloseTo(printed, within(0.005 + 5 * error(printed)));
    }

    @Test
    void whatIsAmendedAwayLeavesFewAlarmsStanding() {
        double raised = POSTING.amended(0.1, 60, false).alarmed(0, 1_000);

        double standing = POSTING.amended(0.1, 60, true).alarmed(0, 1_000);

        assertThat(raised).isCloseTo(0.67225, within(5 * error(0.67225)));
        assertThat(standing).isCloseTo(0.005, within(5 * error(0.005)));
    }

    @Test
    void negativesThatAreNeverPostedBreakThePromise() {
        double complete = POSTING.incomplete(0).alarmed(0, 1_000);

        double incomplete = POSTING.incomplete(0.4).alarmed(0, 1_000);

        assertThat(complete).isCloseTo(0.0315, within(5 * error(0.0315)));
        assertThat(incomplete).isCloseTo(0.89025, within(5 * error(0.89025)));
    }

    @Test
    void theSameSeedGivesTheSameSeries() {
        Series first = POSTING.prompt(week -> 0.12);

        Series again = POSTING.prompt(week -> 0.12);

        assertThat(again.alarmedAt()).isEqualTo(first.alarmedAt());
    }

    private static double error(double share) {
        return Math.sqrt(share * (1 - share) / SCENARIO.series());
    }
}
