package io.dripline.reporting.dashboard.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.incidence.Unit;
import io.dripline.contracts.session.Ascertainment;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.BaselineNull;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.baseline.EventCounting;
import io.dripline.reporting.dashboard.chart.PercentAxis;
import io.dripline.reporting.dashboard.layout.NullWords;
import io.dripline.reporting.dashboard.measure.StudyLine.Resemblance;
import io.dripline.reporting.incidence.IncidenceQuestion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldAgainstTest {

    private final Baselines baselines = new Baselines();

    @Test
    void aRangeThatStatesLittleIsComparableAsFarAsIsKnown() {
        HoldAgainst.Held held = held("table9-cns", Unit.FIRST_COURSE, Map.of());

        assertThat(held.resemblance()).isEqualTo(Resemblance.UNCLEAR);
        assertThat(held.why())
                .contains("It disagrees with other printed figures.", "How events were asked for is not stated.");
    }

    @Test
    void wordsAreNoNumber() {
        assertThat(held("table9-hepatic", Unit.FIRST_COURSE, Map.of()).why())
                .first()
                .isEqualTo("It is printed in words.");
    }

    @Test
    void patientsAreNotSessions() {
        HoldAgainst.Held held = held("text-any", Unit.SESSION, Map.of());

        assertThat(held.resemblance()).isEqualTo(Resemblance.UNLIKE);
        assertThat(held.why()).contains("It counts each patient once; shown are sessions.");
    }

    @Test
    void anotherRouteIsUnlikeTheSameIsNotAndAllAreUnclear() {
        Baseline intravenous = baselines.all().stream()
                .filter(figure ->
                        figure.route() != null && figure.route().name().equals("INTRAVENOUS"))
                .findFirst()
                .orElseThrow();

        assertThat(held(intravenous.id(), Unit.FIRST_COURSE, Map.of("route", "ORAL"))
                        .why())
                .contains("Its route is intravenous; shown is oral.");
        assertThat(held(intravenous.id(), Unit.FIRST_COURSE, Map.of("route", "INTRAVENOUS"))
                        .why())
                .noneMatch(sentence -> sentence.startsWith("Its route"));
        assertThat(held(intravenous.id(), Unit.FIRST_COURSE, Map.of()).why())
                .contains("Its route is intravenous; shown are all.");
    }

    @Test
    void everyFigureOfTheCatalogueIsHeldAgainstWhatIsShownAndSaysWhy() {
        assertThat(baselines.all())
                .allSatisfy(figure -> assertThat(
                                held(figure.id(), Unit.FIRST_COURSE, Map.of()).why())
                        .isNotEmpty()
                        .allMatch(sentence -> sentence.endsWith(".")));
    }

    @Test
    void longTermUseAndArmsWithoutKetamineAreUnlike() {
        assertThat(baselines.all())
                .filteredOn(figure ->
                        figure.countsLongTermUse() || figure.workings().control())
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(
                                held(figure.id(), Unit.FIRST_COURSE, Map.of()).resemblance())
                        .isEqualTo(Resemblance.UNLIKE));
    }

    /** The officer speaks of the null, which is another number. */
    @ParameterizedTest
    @CsvSource({
        "text-any, SPONTANEOUS, course",
        "text-any, CHECKLIST, long term",
        "table8-marchetti-any, SPONTANEOUS, course"
    })
    void whatAnOfficerStatesOfANullStandsBesideAndJudgesNothing(String id, Ascertainment stated, String window) {
        Baseline figure = baselines.get(id);
        EventCounting states = new EventCounting(stated, window);
        BaselineNull given = new BaselineNull(
                1,
                0.2,
                states,
                EventCounting.of(figure).overriddenBy(states),
                "Entered by an officer.",
                "Why.",
                Instant.EPOCH,
                "ada");
        Map<String, String> asked = Map.of("ascertainment", "SPONTANEOUS");

        StudyLine before = line(figure, asked, Map.of());
        StudyLine after = line(figure, asked, Map.of(id, given));

        assertThat(after.resemblance()).isEqualTo(before.resemblance());
        assertThat(after.like()).isEqualTo(before.like());
        assertThat(before.why()).contains("Its way of asking is not stated; shown is spontaneous.");
        assertThat(after.why())
                .startsWith(before.why().toArray(String[]::new))
                .endsWith(NullWords.of(given, figure).toArray(String[]::new))
                .hasSize(before.why().size() + 2);
    }

    private StudyLine line(Baseline figure, Map<String, String> cohort, Map<String, BaselineNull> stating) {
        Shown shown = Shown.of(IncidenceQuestion.weekly(List.of(figure.measure()), Unit.FIRST_COURSE, cohort, null));
        return new DescribeStudies(baselines)
                .lines(shown, stating, PercentAxis.reaching(1, 0.1)).stream()
                        .filter(line -> line.figure().equals(figure))
                        .findFirst()
                        .orElseThrow();
    }

    private HoldAgainst.Held held(String figure, Unit unit, Map<String, String> cohort) {
        Baseline baseline = baselines.get(figure);
        return HoldAgainst.of(
                baseline, Shown.of(IncidenceQuestion.weekly(List.of(baseline.measure()), unit, cohort, null)));
    }
}
