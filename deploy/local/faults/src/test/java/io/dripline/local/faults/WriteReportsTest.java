package io.dripline.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.session.Formulation;
import io.dripline.contracts.session.Indication;
import io.dripline.contracts.session.Route;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WriteReportsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    private static List<Report> reports(String cycle, long seed) {
        var write = new WriteReports(cycle, TODAY, seed);
        return Stream.generate(write::next).limit(2_000).toList();
    }

    @Test
    void aSeedDecidesOnEveryReport() {
        assertThat(reports("a", 1)).isEqualTo(reports("a", 1)).isNotEqualTo(reports("a", 2));
    }

    @Test
    void noTwoCyclesShareAReferenceOrAPatient() {
        List<Report> one = reports("run-1-", 1);
        List<Report> other = reports("run-2-", 1);

        assertThat(one).extracting(Report::reference).doesNotHaveDuplicates();
        assertThat(one)
                .extracting(Report::reference)
                .doesNotContainAnyElementsOf(
                        other.stream().map(Report::reference).toList());
        assertThat(one)
                .extracting(Report::patient)
                .doesNotContainAnyElementsOf(other.stream().map(Report::patient).toList());
    }

    /** Otherwise another report could be taken for the one by which one sees that the line counts again. */
    @Test
    void theWeekOfTheProbeHoldsNothingElse() {
        var write = new WriteReports("a", TODAY, 1);
        IsoWeek probed = IsoWeek.of(WriteReports.probeWeek(TODAY));

        assertThat(IsoWeek.of(write.probe().day())).isEqualTo(probed);
        assertThat(reports("a", 3))
                .allSatisfy(report -> assertThat(report.day())
                        .isAfter(probed.monday().plusDays(7))
                        .isBefore(TODAY));
    }

    @Test
    void theExcessIsOfPatientsOfItsOwn() {
        var write = new WriteReports("a", TODAY, 1);

        var group = new Report.Group(Route.ORAL, Formulation.ESKETAMINE, Indication.HEADACHE);
        List<Report> excess =
                Stream.generate(() -> write.excess(group)).limit(10).toList();

        assertThat(excess).extracting(Report::patient).doesNotHaveDuplicates();
        assertThat(excess.getFirst().json())
                .contains(
                        "\"route\": \"ORAL\"",
                        "\"formulation\": \"ESKETAMINE\"",
                        "\"indication\": \"HEADACHE\"",
                        "{\"verbatim\": \"dizzy\"}");
    }
}
