package io.dripline.reporting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.alert.Promise;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.contracts.session.Ascertainment;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.baseline.EventCounting;
import io.dripline.reporting.completeness.ClinicAndWeek;
import io.dripline.reporting.monitor.JudgingRule;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.monitor.MonitorStatus;
import io.dripline.statistics.MixtureWeights;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeighPromiseTest {

    private static final Baseline CNS = new Baselines().get("table9-cns");

    /** In 2026-W47. */
    private static final Instant MADE = Instant.parse("2026-11-22T00:00:00Z");

    private static final Monitor OWN = monitor(Unit.FIRST_COURSE, Map.of("clinic", "north"), null, "dripline");
    private static final ClosedEvidence BORNE_OUT = new ClosedEvidence(true, List.of(week("north", 46)));

    @Test
    void anAlertHoldsIfClosedWeeksAloneBearItOut() {
        Promised promised = WeighPromise.ofAlert(OWN, CNS, judged(100, 0), BORNE_OUT);

        assertThat(promised.promise()).isEqualTo(Promise.HOLDS);
        assertThat(promised.remarks())
                .containsExactly(
                        "The source does not state whether it counts patients, courses or infusions.",
                        "The source does not state how events were ascertained.",
                        "The source does not state the time over which events were counted.");
    }

    @Test
    void anAlertIsProvisionalUntilThenAndNamesTheOpenWeeks() {
        Promised promised = WeighPromise.ofAlert(
                OWN, CNS, judged(100, 0), new ClosedEvidence(false, List.of(week("north", 45), week("north", 46))));

        assertThat(promised.promise()).isEqualTo(Promise.PROVISIONAL);
        assertThat(promised.remarks())
                .first()
                .asString()
                .contains("closed weeks alone does not reach the threshold")
                .endsWith("Open: 2026-W45, 2026-W46.");
    }

    @Test
    void anAlertThatCrossedWithinAWeekSaysSoWhereNothingIsMissing() {
        Promised promised = WeighPromise.ofAlert(OWN, CNS, judged(100, 0), new ClosedEvidence(false, List.of()));

        assertThat(promised.promise()).isEqualTo(Promise.PROVISIONAL);
        assertThat(promised.remarks()).first().asString().startsWith("Nothing is missing up to the crossing");
    }

    @Test
    void manyOpenWeeksAreNamedInPartWithTheirClinics() {
        Monitor overAll = monitor(Unit.FIRST_COURSE, Map.of(), null, "dripline");
        List<ClinicAndWeek> open =
                IntStream.rangeClosed(1, 9).mapToObj(w -> week("north", w)).toList();

        Promised promised = WeighPromise.ofCounts(overAll, CNS, judged(100, 0), open);

        assertThat(promised.promise()).isEqualTo(Promise.PROVISIONAL);
        assertThat(promised.remarks())
                .first()
                .asString()
                .endsWith("Open: north 2026-W01, north 2026-W02, north 2026-W03, north 2026-W04, north 2026-W05,"
                        + " north 2026-W06 and 3 more.");
    }

    @Test
    void aMonitorWithoutAnAlertHoldsIfNothingIsMissing() {
        assertThat(WeighPromise.ofCounts(OWN, CNS, judged(100, 0), List.of()).promise())
                .isEqualTo(Promise.HOLDS);
    }

    /** Each would hold but for the one thing; the weeks of making and start are those of November 2026. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            FIRST_COURSE | -        | dripline | -           | -           | -         | 100 | 0 | HOLDS | -
            SESSION      | -        | dripline | -           | -           | -         | 100 | 0 | NONE  | not independent
            COURSE       | -        | dripline | -           | -           | -         | 100 | 0 | NONE  | not independent
            FIRST_COURSE | -        | dripline | -           | -           | -         | 100 | 1 | HOLDS | -
            FIRST_COURSE | -        | dripline | -           | -           | -         | 100 | 2 | NONE  | More than 1 % of first courses were replaced
            FIRST_COURSE | -        | dripline | -           | -           | -         | 0   | 1 | NONE  | More than 1 % of first courses were replaced
            FIRST_COURSE | 2026-W46 | officer  | -           | -           | -         | 100 | 0 | NONE  | starts with 2026-W46, before it was made on 2026-11-22
            FIRST_COURSE | 2026-W47 | officer  | -           | -           | -         | 100 | 0 | NONE  | starts with 2026-W47, before it was made on 2026-11-22
            FIRST_COURSE | 2026-W48 | officer  | -           | -           | -         | 100 | 0 | HOLDS | -
            FIRST_COURSE | -        | officer  | -           | -           | -         | 100 | 0 | NONE  | starts with the first session, before it was made in 2026-W47
            FIRST_COURSE | 2026-W48 | officer  | CHECKLIST   | CHECKLIST   | -         | 100 | 0 | HOLDS | -
            FIRST_COURSE | 2026-W48 | officer  | SPONTANEOUS | CHECKLIST   | -         | 100 | 0 | NONE  | ascertained by SPONTANEOUS, the published ones by CHECKLIST
            FIRST_COURSE | 2026-W48 | officer  | CHECKLIST   | SPONTANEOUS | -         | 100 | 0 | NONE  | ascertained by CHECKLIST, the published ones by SPONTANEOUS
            FIRST_COURSE | 2026-W48 | officer  | -           | CHECKLIST   | -         | 100 | 0 | HOLDS | -
            FIRST_COURSE | -        | dripline | -           | -           | infusion  | 100 | 0 | HOLDS | -
            FIRST_COURSE | -        | dripline | -           | -           | course    | 100 | 0 | HOLDS | -
            FIRST_COURSE | -        | dripline | -           | -           | long term | 100 | 0 | NONE  | counted over long-term use
            """)
    void noPromiseIsGivenForEachOfTheseReasons(
            Unit unit,
            @Nullable String start,
            String maker,
            @Nullable String cohort,
            @Nullable Ascertainment published,
            @Nullable String window,
            long exposed,
            long replaced,
            Promise expected,
            @Nullable String reason) {
        Monitor monitor = monitor(unit, cohort == null ? Map.of() : Map.of("ascertainment", cohort), start, maker);

        Promised promised =
                WeighPromise.ofAlert(monitor, baseline(published, window), judged(exposed, replaced), BORNE_OUT);

        assertThat(promised.promise()).isEqualTo(expected);
        if (reason != null) {
            assertThat(promised.remarks()).first().asString().contains(reason);
        }
    }

    /** Made on a Sunday, in 2026-W47; the week after begins where days begin first at 10:00 UTC. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dripline | 2026-W48 | 2026-11-25T12:00:00Z | NONE
            officer  | 2026-W48 | 2026-11-25T12:00:00Z | NONE
            dripline | 2026-W48 | 2026-11-23T00:00:00Z | NONE
            officer  | 2026-W48 | 2026-11-22T10:00:00Z | NONE
            officer  | 2026-W48 | 2026-11-22T09:59:59Z | HOLDS
            officer  | 2026-W49 | 2026-11-25T12:00:00Z | HOLDS
            """)
    void aNullThatWasGivenOnceItsMonitorsWeekHadBegunCarriesNoPromise(
            String maker, String start, Instant given, Promise expected) {
        Monitor monitor = monitor(Unit.FIRST_COURSE, Map.of(), start, maker, given);

        Promised promised = WeighPromise.ofCounts(monitor, CNS, judged(100, 0), List.of());

        assertThat(promised.promise()).isEqualTo(expected);
        String remark =
                "The null was given on %s, when days of %s, from which the monitor counts, may have been seen; a null chosen after the fact carries no promise."
                        .formatted(given.atOffset(ZoneOffset.UTC).toLocalDate(), start);
        assertThat(promised.remarks().contains(remark)).isEqualTo(expected == Promise.NONE);
    }

    @Test
    void everyReasonIsNamed() {
        Monitor monitor = monitor(Unit.SESSION, Map.of("ascertainment", "SPONTANEOUS"), "2026-W46", "officer");

        Promised promised = WeighPromise.ofAlert(
                monitor, baseline(Ascertainment.CHECKLIST, "long term"), judged(100, 2), BORNE_OUT);

        assertThat(promised.promise()).isEqualTo(Promise.NONE);
        assertThat(promised.remarks())
                .satisfiesExactly(
                        remark -> assertThat(remark).contains("not independent"),
                        remark -> assertThat(remark).contains("were replaced"),
                        remark -> assertThat(remark).contains("before it was made"),
                        remark -> assertThat(remark).contains("ascertained by SPONTANEOUS"),
                        remark -> assertThat(remark).contains("long-term use"),
                        remark -> assertThat(remark).contains("whether it counts patients"));
    }

    /** Each would hold but for what the null states; of a source the first two, of the officer who set the null the last two. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            CHECKLIST   | -           | -         | CHECKLIST   | course    | HOLDS
            SPONTANEOUS | -           | -         | CHECKLIST   | -         | NONE
            SPONTANEOUS | CHECKLIST   | -         | SPONTANEOUS | -         | HOLDS
            CHECKLIST   | CHECKLIST   | -         | SPONTANEOUS | -         | NONE
            CHECKLIST   | CHECKLIST   | -         | -           | -         | HOLDS
            -           | -           | -         | CHECKLIST   | -         | HOLDS
            -           | -           | -         | -           | long term | NONE
            -           | -           | infusion  | -           | long term | NONE
            -           | -           | long term | -           | course    | HOLDS
            -           | -           | long term | -           | -         | NONE
            """)
    void whatTheNullStatesHoldsInPlaceOfTheSource(
            @Nullable String cohort,
            @Nullable Ascertainment published,
            @Nullable String window,
            @Nullable Ascertainment statedAscertainment,
            @Nullable String statedWindow,
            Promise expected) {
        Baseline source = baseline(published, window);
        EventCounting stated = new EventCounting(statedAscertainment, statedWindow);
        Monitor monitor = monitor(
                Unit.FIRST_COURSE,
                cohort == null ? Map.of() : Map.of("ascertainment", cohort),
                null,
                "dripline",
                null,
                stated,
                EventCounting.of(source).overriddenBy(stated));

        Promised promised = WeighPromise.ofCounts(monitor, source, judged(100, 0), List.of());

        assertThat(promised.promise()).isEqualTo(expected);
    }

    @Test
    void whatTheSourceDoesNotStateTheOfficerWhoSetTheNullIsNamedFor() {
        Monitor monitor = stating(Map.of("ascertainment", "CHECKLIST"), Ascertainment.CHECKLIST, "course");

        assertThat(WeighPromise.ofAlert(monitor, CNS, judged(100, 0), BORNE_OUT).remarks())
                .containsExactly(
                        "The source does not state whether it counts patients, courses or infusions.",
                        "The source does not state how events were ascertained; the officer who set the null states CHECKLIST.",
                        "The source does not state the time over which events were counted; the officer who set the null states course.");
    }

    @Test
    void whatTheOfficerStatesOtherwiseThanTheSourceIsAnOverride() {
        EventCounting source = new EventCounting(Ascertainment.CHECKLIST, "infusion");
        Monitor monitor = stating(
                Map.of("ascertainment", "CHECKLIST"),
                new EventCounting(Ascertainment.SPONTANEOUS, "long term"),
                source);

        assertThat(WeighPromise.ofAlert(monitor, printing(source), judged(100, 0), BORNE_OUT)
                        .remarks())
                .containsExactly(
                        "Not comparable: the cohort's events were ascertained by CHECKLIST, those behind the null by SPONTANEOUS, as stated by the officer who set it.",
                        "Not comparable: the events behind the null were counted over long-term use, as stated by the officer who set it, the cohort's over single infusions and courses.",
                        "The source does not state whether it counts patients, courses or infusions.",
                        "The source stated that events were ascertained by CHECKLIST when the null was given; the officer who set the null overrides that with SPONTANEOUS.",
                        "The source stated that events were counted over infusion when the null was given; the officer who set the null overrides that with long term.");
    }

    /** Who says again what the source says adds nothing and overrides nothing. */
    @Test
    void whatBothStateIsTheSourcesWord() {
        Monitor monitor = stating(Map.of(), Ascertainment.CHECKLIST, "course");

        assertThat(WeighPromise.ofAlert(monitor, baseline(Ascertainment.CHECKLIST, "course"), judged(100, 0), BORNE_OUT)
                        .remarks())
                .containsExactly(
                        "The source does not state whether it counts patients, courses or infusions.",
                        "The published events were ascertained by CHECKLIST, the cohort's in either way.");
    }

    /** In place of the source: its word is never told as one that was published. */
    @Test
    void theOfficersWordIsNotTheSources() {
        Monitor monitor = stating(Map.of(), Ascertainment.CHECKLIST, "course");

        assertThat(WeighPromise.ofAlert(monitor, CNS, judged(100, 0), BORNE_OUT).remarks())
                .contains(
                        "The events behind the null were ascertained by CHECKLIST, as stated by the officer who set it, the cohort's in either way.")
                .noneMatch(remark -> remark.contains("published"));
    }

    /** What was sealed stays what is told, though source and officer say the same by now. */
    @Test
    void anOverrideStaysOneWhereTheCatalogueIsCorrectedToIt() {
        EventCounting states = new EventCounting(Ascertainment.CHECKLIST, "course");
        Monitor monitor = stating(Map.of(), states, new EventCounting(Ascertainment.SPONTANEOUS, "long term"));

        assertThat(WeighPromise.ofAlert(monitor, printing(states), judged(100, 0), BORNE_OUT)
                        .remarks())
                .contains(
                        "The source stated that events were ascertained by SPONTANEOUS when the null was given; the officer who set the null overrides that with CHECKLIST.",
                        "The source stated that events were counted over long term when the null was given; the officer who set the null overrides that with course.");
    }

    /** It printed nothing then, or just that: either way the officer overrode nothing. */
    @Test
    void whatTheSourceStatesOtherwiseOnlySinceIsNoOverride() {
        Monitor monitor = stating(Map.of(), Ascertainment.CHECKLIST, "course");
        EventCounting since = new EventCounting(Ascertainment.SPONTANEOUS, "infusion");

        assertThat(WeighPromise.ofAlert(monitor, printing(since), judged(100, 0), BORNE_OUT)
                        .remarks())
                .contains(
                        "The source states now that events were ascertained by SPONTANEOUS; the officer who set the null states CHECKLIST.",
                        "The source states now that events were counted over infusion; the officer who set the null states course.")
                .noneMatch(remark -> remark.contains("overrides"))
                .noneMatch(
                        remark -> remark.contains("does not state how") || remark.contains("does not state the time"));
    }

    private static Monitor stating(Map<String, String> cohort, Ascertainment ascertainment, String window) {
        return stating(cohort, new EventCounting(ascertainment, window), EventCounting.UNSTATED);
    }

    private static Monitor stating(Map<String, String> cohort, EventCounting states, EventCounting overrides) {
        return monitor(Unit.FIRST_COURSE, cohort, null, "dripline", null, states, overrides);
    }

    private static Baseline printing(EventCounting source) {
        return baseline(source.ascertainment(), source.window());
    }

    private static ClinicAndWeek week(String clinic, int week) {
        return new ClinicAndWeek(clinic, new IsoWeek(2026, week));
    }

    private static Monitor monitor(Unit unit, Map<String, String> cohort, @Nullable String start, String maker) {
        return monitor(unit, cohort, start, maker, null);
    }

    private static Monitor monitor(
            Unit unit,
            Map<String, String> cohort,
            @Nullable String start,
            String maker,
            @Nullable Instant nullGivenAt) {
        return monitor(unit, cohort, start, maker, nullGivenAt, EventCounting.UNSTATED, EventCounting.UNSTATED);
    }

    private static Monitor monitor(
            Unit unit,
            Map<String, String> cohort,
            @Nullable String start,
            String maker,
            @Nullable Instant nullGivenAt,
            EventCounting nullStates,
            EventCounting nullOverrides) {
        return new Monitor(
                "m",
                "table9-cns",
                "CNS",
                unit,
                cohort,
                start == null ? null : IsoWeek.parse(start),
                0.1,
                0.08,
                nullStates,
                nullOverrides,
                MonitorStatus.ACTIVE,
                null,
                null,
                MADE,
                maker,
                new JudgingRule(0.05, 8, 2, MixtureWeights.MONITOR),
                nullGivenAt,
                nullStates.equals(EventCounting.UNSTATED) ? 0 : 1);
    }

    /** Table 9's figure, as if its source had printed these. */
    private static Baseline baseline(@Nullable Ascertainment ascertainment, @Nullable String window) {
        return new Baseline(
                CNS.id(),
                CNS.study(),
                CNS.citation(),
                CNS.place(),
                CNS.country(),
                CNS.population(),
                CNS.n(),
                CNS.indication(),
                CNS.route(),
                CNS.formulation(),
                CNS.dose(),
                CNS.arm(),
                CNS.measure(),
                CNS.measurePrinted(),
                CNS.kind(),
                CNS.printed(),
                CNS.low(),
                CNS.high(),
                CNS.x(),
                CNS.unit(),
                window,
                ascertainment,
                CNS.transientEffects(),
                CNS.standing(),
                CNS.remark(),
                CNS.workings());
    }

    private static Judgement judged(long exposed, long replaced) {
        JudgedWeek week = new JudgedWeek(IsoWeek.parse("2026-W45"), exposed, 0, 0, replaced);
        return new Judgement("m", MADE, 0.0, List.of(week));
    }
}
