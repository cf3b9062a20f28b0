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
            five of forty each                  | 8/40 4/40 4/40 4/40 0/40         | about 10 %
            rounded                             | 2/44 1/44 1/44 1/44 1/44         | about 3 %
            one fewer than 200 of all           | 8/40 4/40 4/40 4/40 0/39         | not shown: too few to stay unnamed
            five of ten each                    | 2/10 1/10 1/10 1/10 1/10         | not shown: too few to stay unnamed
            four                                | 2/50 1/50 1/50 1/50              | not shown: too few to stay unnamed
            one of five has too few             | 2/60 1/60 1/60 1/60 0/9          | not shown: too few to stay unnamed
            one of five has just enough         | 2/60 1/60 1/60 1/60 0/10         | about 2 %
            one has half                        | 2/160 1/40 1/40 1/40 0/40        | about 2 %
            one has more than half              | 2/161 1/40 1/40 1/40 0/40        | not shown: too few to stay unnamed
            four affected                       | 2/50 1/50 1/50 0/50 0/50         | not shown: too few to stay unnamed
            four not affected                   | 39/40 39/40 39/40 39/40 40/40    | not shown: too few to stay unnamed
            small ones beside five large ones   | 11/40 0/40 0/40 0/40 0/40 1/1    | about 6 %
            """)
    void isTheirRateInWholePerCentWhereItTellsNothingOfAnyOne(String why, String others, String told) {
        assertThat(OtherClinics.rate(sums(others.split(" ")), OWN)).as(why).isEqualTo(told);
    }

    /** What looks before and after one more patient was affected would tell, where the fewest are told of. */
    @Test
    void mostPatientsDoNotMoveWhatIsShown() {
        List<String> shown = IntStream.rangeClosed(5, 195)
                .mapToObj(affected -> OtherClinics.rate(
                        sums(
                                affected / 5 + "/40",
                                (affected + 1) / 5 + "/40",
                                (affected + 2) / 5 + "/40",
                                (affected + 3) / 5 + "/40",
                                (affected + 4) / 5 + "/40"),
                        OWN))
                .toList();

        assertThat(shown).doesNotContain(OtherClinics.WITHHELD);
        assertThat(IntStream.range(1, shown.size())
                        .filter(i -> !shown.get(i).equals(shown.get(i - 1)))
                        .count())
                .as("of %d patients", shown.size() - 1)
                .isLessThanOrEqualTo((shown.size() - 1) / 2);
    }

    @Test
    void theOwnCountsAreNoPartOfIt() {
        List<IncidenceSum> sums = sums("8/40", "4/40", "4/40", "4/40", "0/40");

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
