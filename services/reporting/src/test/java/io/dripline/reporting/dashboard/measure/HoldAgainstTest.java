package io.dripline.reporting.dashboard.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.incidence.Unit;
import io.dripline.contracts.session.Ascertainment;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.baseline.EventCounting;
import io.dripline.reporting.dashboard.measure.StudyLine.Resemblance;
import io.dripline.reporting.incidence.IncidenceQuestion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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

    @Test
    void whatTheOfficerStatesWhoSetTheNullHoldsAndIsNamed() {
        Map<String, String> asked = Map.of("ascertainment", "SPONTANEOUS");
        String unknown = "Its way of asking is not stated; shown is spontaneous.";
        assertThat(held("text-any", Unit.FIRST_COURSE, asked).why()).contains(unknown);

        HoldAgainst.Held like =
                held("text-any", Unit.FIRST_COURSE, asked, new EventCounting(Ascertainment.SPONTANEOUS, "course"));
        HoldAgainst.Held unlike =
                held("text-any", Unit.FIRST_COURSE, asked, new EventCounting(Ascertainment.CHECKLIST, "long term"));

        assertThat(like.why())
                .contains(
                        "The officer who set its null states its way of asking as spontaneous; the source says nothing of it.")
                .doesNotContain(unknown);
        assertThat(unlike.resemblance()).isEqualTo(Resemblance.UNLIKE);
        assertThat(unlike.why())
                .contains(
                        "It was counted over long-term use, in which more happens.",
                        "Its way of asking is checklist; shown is spontaneous.");
    }

    @Test
    void whatTheSourceStatesOtherwiseIsSaidToo() {
        Baseline overLongTerm = baselines.all().stream()
                .filter(Baseline::countsLongTermUse)
                .findFirst()
                .orElseThrow();

        assertThat(held(overLongTerm.id(), Unit.FIRST_COURSE, Map.of(), new EventCounting(null, "course"))
                        .why())
                .contains("The officer who set its null states its window as course; the source says long term.")
                .doesNotContain("It was counted over long-term use, in which more happens.");
    }

    private HoldAgainst.Held held(String figure, Unit unit, Map<String, String> cohort) {
        return held(figure, unit, cohort, EventCounting.UNSTATED);
    }

    private HoldAgainst.Held held(String figure, Unit unit, Map<String, String> cohort, EventCounting states) {
        Baseline baseline = baselines.get(figure);
        return HoldAgainst.of(
                baseline, states, Shown.of(IncidenceQuestion.weekly(List.of(baseline.measure()), unit, cohort, null)));
    }
}
