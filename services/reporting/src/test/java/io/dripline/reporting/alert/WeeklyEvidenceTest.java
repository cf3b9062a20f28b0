package io.dripline.reporting.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.alert.AlertEvidence;
import io.dripline.contracts.alert.WeekCount;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.statistics.Counts;
import io.dripline.statistics.EProcess;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeeklyEvidenceTest {

    private static final EProcess PROCESS = EProcess.against(0.08);
    private static final IsoWeek FIRST = IsoWeek.parse("2025-W51");

    @Test
    void aSingleWeekIsThePlainProcessMixedWithWhatIsStillToCome() {
        WeeklyEvidence evidence = WeeklyEvidence.of(PROCESS, FIRST, List.of(new WeekCount(FIRST, 100, 16)));

        double plain = Math.exp(PROCESS.lnE(new Counts(100, 16)));
        assertThat(Math.exp(evidence.lnE())).isCloseTo(0.8 * plain + 0.2, within(1e-9));
        assertThat(evidence.highSince()).isEqualTo(FIRST);
    }

    @Test
    void namesTheWeekFromWhichTheRateIsHighAcrossTheYear() {
        WeeklyEvidence evidence = WeeklyEvidence.of(
                PROCESS,
                FIRST,
                List.of(
                        new WeekCount(FIRST, 900, 40),
                        new WeekCount(IsoWeek.parse("2026-W02"), 200, 60),
                        new WeekCount(IsoWeek.parse("2026-W03"), 200, 60)));

        assertThat(evidence.highSince()).isEqualTo(IsoWeek.parse("2026-W02"));
    }

    @Test
    void weeksBeforeTheFirstCountedOneEnterTheStartTermOnly() {
        List<WeekCount> counts =
                List.of(new WeekCount(IsoWeek.parse("2024-W01"), 50, 20), new WeekCount(FIRST, 100, 16));

        double lnE = WeeklyEvidence.of(PROCESS, FIRST, counts).lnE();

        double all = Math.exp(PROCESS.lnE(new Counts(150, 36)));
        assertThat(Math.exp(lnE)).isCloseTo(0.8 * all + 0.2, within(1e-9 * all));
    }

    @Test
    void whatAnAlertKeepsGivesTheSameBitsAgain() {
        EProcess process = EProcess.against(1.0 / 3 * 0.21);
        List<WeekCount> weeks = List.of(
                new WeekCount(IsoWeek.parse("2025-W40"), 7, 1),
                new WeekCount(FIRST, 311, 29),
                new WeekCount(IsoWeek.parse("2026-W03"), 199, 60));
        AlertEvidence evidence = new AlertEvidence(
                "one",
                process.p0(),
                0.1 / 3,
                process.prior().a(),
                process.prior().b(),
                FIRST,
                weeks);

        AlertEvidence kept = ContractJson.read(withSchema(evidence), AlertEvidence.class);

        assertThat(WeeklyEvidence.of(kept)).isEqualTo(WeeklyEvidence.of(process, FIRST, weeks));
    }

    private static byte[] withSchema(AlertEvidence evidence) {
        String json = new String(ContractJson.write(evidence), java.nio.charset.StandardCharsets.UTF_8);
        return ("{\"schema\":1," + json.substring(1)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
