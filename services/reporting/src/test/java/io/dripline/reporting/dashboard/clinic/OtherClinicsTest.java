package io.dripline.reporting.dashboard.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.reporting.incidence.IncidenceSum;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of the others a clinic may be told. */
class OtherClinicsTest {

    private static final String OWN = "own";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            five of ten each                    | 2/10 1/10 1/10 1/10 0/10       | about 10 %
            rounded                             | 2/30 1/30 1/30 1/30 0/30       | about 3 %
            four                                | 2/50 1/50 1/50 1/50            | not shown: too few to stay unnamed
            one of five has too few             | 2/10 1/10 1/10 1/10 0/9        | not shown: too few to stay unnamed
            one has half                        | 2/40 1/10 1/10 1/10 0/10       | about 6 %
            one has more than half              | 2/41 1/10 1/10 1/10 0/10       | not shown: too few to stay unnamed
            four affected                       | 2/50 1/50 1/50 0/50 0/50       | not shown: too few to stay unnamed
            four not affected                   | 9/10 9/10 9/10 9/10 10/10      | not shown: too few to stay unnamed
            small ones beside five large ones   | 5/20 0/20 0/20 0/20 0/20 1/1   | about 6 %
            """)
    void isTheirRateInWholePerCentWhereItTellsNothingOfAnyOne(String why, String others, String told) {
        assertThat(OtherClinics.rate(sums(others.split(" ")), OWN)).as(why).isEqualTo(told);
    }

    @Test
    void theOwnCountsAreNoPartOfIt() {
        List<IncidenceSum> sums = sums("2/10", "1/10", "1/10", "1/10", "0/10");

        assertThat(OtherClinics.rate(sums, OWN)).isEqualTo("about 10 %");
        assertThat(OtherClinics.rate(sums, "somebody"))
                .as("to whom it is one of the others, and larger than all of them")
                .isEqualTo(OtherClinics.WITHHELD);
    }

    @Test
    void nothingIsToldWhereThereIsNobodyElse() {
        assertThat(OtherClinics.rate(List.of(), OWN)).isEqualTo(OtherClinics.WITHHELD);
    }

    /** The own clinic's 900 of 1000 first. */
    private static List<IncidenceSum> sums(String... others) {
        List<String> all = IntStream.rangeClosed(0, others.length)
                .mapToObj(i -> i == 0 ? "900/1000" : others[i - 1])
                .toList();
        return IntStream.range(0, all.size())
                .mapToObj(i -> {
                    List<Long> counts = Arrays.stream(all.get(i).split("/"))
                            .map(Long::valueOf)
                            .toList();
                    return new IncidenceSum(
                            "CNS",
                            i == 0 ? OWN : "other-" + i,
                            counts.getLast(),
                            0,
                            0,
                            counts.getFirst(),
                            counts.getFirst());
                })
                .toList();
    }
}
