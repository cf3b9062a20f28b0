package io.dripline.reporting.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.alert.AlertEvidence;
import io.dripline.contracts.alert.WeekCount;
import io.dripline.contracts.alert.WeekEvidence;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.statistics.Counts;
import io.dripline.statistics.EProcess;
import io.dripline.statistics.WeeklyMixture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WeeklyEvidenceTest {

    private static final WeeklyMixture MIXTURE = WeeklyMixture.ofMonitor(0.08);
    private static final EProcess PROCESS = MIXTURE.process();
    private static final IsoWeek FIRST = IsoWeek.parse("2025-W51");
    private static final List<WeekCount> WEEKS = List.of(
            new WeekCount(IsoWeek.parse("2025-W40"), 7, 1),
            new WeekCount(FIRST, 311, 29),
            new WeekCount(IsoWeek.parse("2026-W03"), 199, 60));

    @Test
    void aSingleWeekIsThePlainProcessMixedWithWhatIsStillToCome() {
        WeeklyEvidence evidence = WeeklyEvidence.of(MIXTURE, FIRST, List.of(new WeekCount(FIRST, 100, 16)));

        double plain = Math.exp(PROCESS.lnE(new Counts(100, 16)));
        assertThat(Math.exp(evidence.lnE())).isCloseTo(0.7 * plain + 0.3, within(1e-9));
        assertThat(evidence.highSince()).isEqualTo(FIRST);
    }

    @Test
    void namesTheWeekFromWhichTheRateIsHighAcrossTheYear() {
        WeeklyEvidence evidence = WeeklyEvidence.of(
                MIXTURE,
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

        double lnE = WeeklyEvidence.of(MIXTURE, FIRST, counts).lnE();

        double all = Math.exp(PROCESS.lnE(new Counts(150, 36)));
        assertThat(Math.exp(lnE)).isCloseTo(0.7 * all + 0.3, within(1e-9 * all));
    }

    /** Weeks before the first counted one, and one that is left out. */
    @Test
    void weekByWeekItIsTheEvidenceOfTheCountsUpToThere() {
        List<WeekCount> weeks = Stream.concat(
                        Stream.of(new WeekCount(IsoWeek.parse("2025-W38"), 12, 3)), WEEKS.stream())
                .toList();

        List<WeekEvidence> points = WeeklyEvidence.byWeek(MIXTURE, FIRST, weeks);

        assertThat(points).hasSize(4);
        for (int i = 0; i < weeks.size(); i++) {
            WeeklyEvidence upToWeek = WeeklyEvidence.of(MIXTURE, FIRST, weeks.subList(0, i + 1));
            assertThat(points.get(i)).isEqualTo(new WeekEvidence(weeks.get(i).week(), upToWeek.lnE()));
        }
    }

    @Test
    void whatAnAlertKeepsGivesTheSameBitsAgain() {
        WeeklyMixture mixture = WeeklyMixture.ofMonitor(1.0 / 3 * 0.21);
        AlertEvidence evidence = new AlertEvidence(
                "one",
                mixture.process().p0(),
                null,
                null,
                0.1 / 3,
                mixture.process().prior().a(),
                mixture.process().prior().b(),
                mixture.weights().start(),
                mixture.weights().laterHalfWithin(),
                FIRST,
                WEEKS);

        AlertEvidence kept = ContractJson.read(withSchema(evidence), AlertEvidence.class);

        assertThat(WeeklyEvidence.of(kept)).isEqualTo(WeeklyEvidence.of(mixture, FIRST, WEEKS));
    }

    /** The number is the one that was stored with such evidence before weights were. */
    @Test
    void evidenceKeptWithoutWeightsGivesTheBitsThatItGaveThen() {
        EProcess process = EProcess.against(1.0 / 3 * 0.21);
        String json =
                """
                {"schema": 1, "baseline": "one", "p0": %s, "alphaShare": 0.04, "priorA": %s, "priorB": %s,
                 "firstCountedWeek": "2025-W51", "weeks": [{"week": "2025-W40", "exposed": 7, "affected": 1},
                 {"week": "2025-W51", "exposed": 311, "affected": 29},
                 {"week": "2026-W03", "exposed": 199, "affected": 60}]}
                """.formatted(process.p0(), process.prior().a(), process.prior().b());

        AlertEvidence kept = ContractJson.read(json.getBytes(StandardCharsets.UTF_8), AlertEvidence.class);

        assertThat(Double.toHexString(WeeklyEvidence.of(kept).lnE())).isEqualTo("0x1.5d25571ab3bfep5");
    }

    private static byte[] withSchema(AlertEvidence evidence) {
        String json = new String(ContractJson.write(evidence), StandardCharsets.UTF_8);
        return ("{\"schema\":1," + json.substring(1)).getBytes(StandardCharsets.UTF_8);
    }
}
