package io.dripline.reporting.incidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tables answer what. */
class CountedInTest {

    private static final IsoWeek WEEK = IsoWeek.parse("2026-W40");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                               |         |       | marginal, summed over WEEK
                               |         | WEEK  | marginal, summed over CLINIC
                               |         | CLINIC | marginal, summed over WEEK
                               |         | ROUTE | marginal, summed over WEEK
                               | from    |       | marginal, summed over CLINIC
                               | to      | ROUTE | marginal, summed over CLINIC
                               | from to | CLINIC | marginal, summed over ROUTE
                CLINIC         |         |       | marginal, summed over WEEK
                CLINIC         |         | WEEK  | marginal, summed over ROUTE
                CLINIC         | from    |       | marginal, summed over ROUTE
                CLINIC         |         | ROUTE | marginal, summed over WEEK
                ROUTE          |         | CLINIC | marginal, summed over WEEK
                ROUTE          | to      |       | marginal, summed over CLINIC
                CLINIC ROUTE   |         |       | marginal, summed over WEEK
                CLINIC ROUTE   |         | WEEK  | rollup
                CLINIC         | from    | ROUTE | rollup
                ROUTE          | to      | CLINIC | rollup
                CLINIC ROUTE   | from to |       | rollup
                INDICATION     |         |       | cell
                CLINIC DOSE_BAND |       | WEEK  | cell
                               |         | FORMULATION | cell
                               | from    | REGIMEN | cell
                               |         | ASCERTAINMENT | cell
                """)
    void theTablesWithTheFewestRowsThatKeepApartWhatIsInvolved(
            @Nullable String cohort, @Nullable String weeks, @Nullable Dimension by, String expected) {
        assertThat(described(CountedIn.of(question(cohort, weeks, by).involved(), true)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"CLINIC, rollup", "WEEK, rollup", "ROUTE, rollup", "INDICATION, cell"})
    void ofAGenerationWhoseSumsAreNotKeptTheRollUpsAnswer(Dimension by, String expected) {
        assertThat(described(CountedIn.of(question(null, null, by).involved(), false)))
                .isEqualTo(expected);
    }

    private static IncidenceQuestion question(@Nullable String cohort, @Nullable String weeks, @Nullable Dimension by) {
        Map<Dimension, String> filters = new EnumMap<>(Dimension.class);
        if (cohort != null) {
            Arrays.stream(cohort.split(" ")).forEach(name -> filters.put(Dimension.valueOf(name), "any"));
        }
        return new IncidenceQuestion(
                List.of("ANY"),
                Unit.SESSION,
                filters,
                weeks != null && weeks.contains("from") ? WEEK : null,
                weeks != null && weeks.contains("to") ? WEEK : null,
                by);
    }

    private static String described(CountedIn tables) {
        String table = tables.counts().split(" ")[0];
        assertThat(tables.measures()).contains(table + "_measure").startsWith(table);
        String over = tables.condition();
        return over.isEmpty() ? table : table + ", summed over " + over.replaceAll(".*'(.*)'", "$1");
    }
}
