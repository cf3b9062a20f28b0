package io.dripline.reporting.superseding;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertEvidence;
import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.alert.Promise;
import io.dripline.contracts.alert.WeekCount;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.MeasureCount;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.past.PastCells;
import io.dripline.reporting.past.PastCells.PastCell;
import io.dripline.reporting.past.PastOf;
import io.dripline.reporting.past.PastQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CountCrossingTest {

    private static final Instant RAISED = Instant.parse("2026-11-22T01:02:03Z");
    private static final Instant NOW = RAISED.plus(Duration.ofDays(1));
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W47");

    /** 14 of 40 against 8 % at a threshold of 500: ln E 9.8, and an alert needs 6.2. */
    private static final int EXPOSED = 40;

    private static final int AFFECTED = 14;

    /**
     * One exposure: when its first version was received and coded, and whether it is affected.
     *
     * @param corrected when it was coded as the contrary, null if it never was
     */
    private record Exposure(
            Instant received,
            Instant stored,
            boolean affected,
            @Nullable Instant corrected) {

        Exposure(Instant received, Instant stored, boolean affected) {
            this(received, stored, affected, null);
        }

        boolean isAffected(Instant asOf) {
            return affected == (corrected == null || corrected.isAfter(asOf));
        }
    }

    private final List<Exposure> stored = new ArrayList<>();
    private final List<PastQuestion> asked = new ArrayList<>();
    private final CountCrossing count = new CountCrossing(PastOf.answering(this::answer));

    @Test
    void allThatWasReceivedWhenItWasRaisedIsWhatItWasRaisedOn() {
        stored.addAll(excess(RAISED.minusSeconds(60), RAISED.minusSeconds(59)));

        Optional<Crossing> crossing = count.find(alert(), null, NOW);

        assertThat(crossing).contains(new Crossing(RAISED, RAISED));
        assertThat(asked).singleElement().satisfies(question -> {
            assertThat(question.asOf()).isEqualTo(RAISED);
            assertThat(question.clinic()).isEqualTo("clinic-north");
        });
    }

    /** Received and stored, but not yet counted when it was judged: they would take it below. */
    @Test
    void whatWasOnItsWayDoesNotBelongToItIfItSpeaksAgainstIt() {
        stored.addAll(excess(RAISED.minusSeconds(60), RAISED.minusSeconds(59)));
        stored.addAll(negatives(400, RAISED.minusMillis(900), RAISED.minusMillis(100)));

        Optional<Crossing> crossing = count.find(alert(), null, NOW);

        assertThat(crossing).contains(storedBefore(RAISED.minusMillis(100)));
    }

    /** One of another partition, coded first, was counted last: no state that was stored is the one that was judged. */
    @Test
    void whereNoStateIsTheOneThatWasJudgedItIsToldByItsReceipt() {
        stored.addAll(excess(RAISED.minusSeconds(60), RAISED.minusSeconds(1)));
        stored.add(new Exposure(RAISED.minusSeconds(60), RAISED.minusSeconds(2), true));
        stored.addAll(negatives(400, RAISED.minusMillis(900), RAISED.minusMillis(100)));

        Optional<Crossing> crossing = count.find(alert(), null, NOW);

        assertThat(crossing).contains(new Crossing(RAISED.minusSeconds(1), RAISED));
    }

    /** Received long before they were coded: what had been coded tells them apart, and nothing else of that time is lost. */
    @Test
    void whatHadJustBeenCodedDoesNotBelongToItIfItSpeaksAgainstIt() {
        stored.addAll(excess(RAISED.minusSeconds(60), RAISED.minusSeconds(59)));
        stored.addAll(negatives(400, RAISED.minusSeconds(3_000), RAISED.minusMillis(100)));

        Optional<Crossing> crossing = count.find(alert(), null, NOW);

        assertThat(crossing).contains(storedBefore(RAISED.minusMillis(100)));
    }

    /** Stored before the alert was raised, counted after: by the state of then it was never an excess. */
    @Test
    void aCorrectionThatWasOnItsWayWhenItWasRaisedSupersedesIt() {
        stored.addAll(excess(RAISED.minusSeconds(60), RAISED.minusSeconds(59)));
        correct(RAISED.minusMillis(2_500));

        Crossing crossing = count.find(alert(), null, NOW).orElseThrow();

        assertThat(crossing).isEqualTo(storedBefore(RAISED.minusMillis(2_500)));
        Corrected now = count.now(alert(), null, crossing, null).orElseThrow().corrected();
        assertThat(now.exposed()).isEqualTo(EXPOSED);
        assertThat(now.affected()).isZero();
        assertThat(now.reachesThresholdOf(alert())).isFalse();
    }

    /** Both within the second before. */
    @Test
    void aCorrectionThatCameRightAfterWhatItCorrectsIsTold() {
        stored.addAll(excess(RAISED.minusSeconds(60), RAISED.minusMillis(700)));
        correct(RAISED.minusMillis(300));

        Optional<Crossing> crossing = count.find(alert(), null, NOW);

        assertThat(crossing).contains(storedBefore(RAISED.minusMillis(300)));
    }

    /** What was coded as a correction and what was received in the last seconds, both not counted yet. */
    @Test
    void newsBesideACorrectionOnItsWayAreNotAmongThem() {
        stored.addAll(excess(RAISED.minusSeconds(60), RAISED.minusSeconds(59)));
        Exposure first = stored.getFirst();
        stored.set(0, new Exposure(first.received(), first.stored(), true, RAISED.minusMillis(500)));
        stored.addAll(negatives(400, RAISED.minusMillis(1_500), RAISED.minusMillis(700)));

        Crossing crossing = count.find(alert(), null, NOW).orElseThrow();

        assertThat(crossing).isEqualTo(storedBefore(RAISED.minusMillis(700)));
        Corrected now = count.now(alert(), null, crossing, null).orElseThrow().corrected();
        assertThat(now.exposed()).isEqualTo(EXPOSED);
        assertThat(now.affected()).isEqualTo(AFFECTED - 1);
    }

    /** An alert before was raised on what was corrected since: its state reaches the threshold too, and is another one. */
    @Test
    void aFormerAlertsStateIsNotWhatThisOneWasRaisedOn() {
        anAlertBeforeThatWasCorrected();
        stored.addAll(negatives(4_000, RAISED.minusSeconds(3_000), RAISED.minusSeconds(290)));
        Alert second = alert(2 * EXPOSED, 30);

        Crossing crossing = count.find(second, null, NOW).orElseThrow();

        assertThat(crossing).isEqualTo(storedBefore(RAISED.minusSeconds(290)));
        Corrected now = count.now(second, null, crossing, null).orElseThrow().corrected();
        assertThat(now.exposed()).isEqualTo(2 * EXPOSED);
        assertThat(now.reachesThresholdOf(second)).isTrue();
    }

    /** So many codings were on their way that what was judged cannot be told: it stands, whatever was judged before. */
    @Test
    void behindALongBacklogNoFormerStateIsTakenForIt() {
        anAlertBeforeThatWasCorrected();
        for (int i = 0; i < 100; i++) {
            stored.addAll(negatives(40, RAISED.minusSeconds(3_000), RAISED.minusSeconds(290 - i)));
        }

        Optional<Crossing> crossing = count.find(alert(2 * EXPOSED, 30), null, NOW);

        assertThat(crossing).isEmpty();
        assertThat(asked).hasSizeLessThan(100);
    }

    /** One was corrected, and then another to the contrary. */
    @Test
    void ofEqualStatesTheLatestIsTheOneThatWasJudged() {
        stored.addAll(excess(RAISED.minusSeconds(60), RAISED.minusSeconds(59)));
        Exposure affected = stored.getFirst();
        stored.set(0, new Exposure(affected.received(), affected.stored(), true, RAISED.minusSeconds(40)));
        Exposure other = stored.getLast();
        stored.set(EXPOSED - 1, new Exposure(other.received(), other.stored(), false, RAISED.minusSeconds(30)));
        stored.addAll(negatives(400, RAISED.minusSeconds(3_000), RAISED.minusSeconds(10)));

        Optional<Crossing> crossing = count.find(alert(), null, NOW);

        assertThat(crossing).contains(storedBefore(RAISED.minusSeconds(10)));
    }

    @Test
    void clocksMayDiffer() {
        stored.addAll(excess(RAISED.plusMillis(2_500), RAISED.plusMillis(2_800)));

        Optional<Crossing> crossing = count.find(alert(), null, NOW);

        assertThat(crossing).contains(new Crossing(RAISED.plusSeconds(5), RAISED.plusSeconds(5)));
    }

    @Test
    void whatNothingStoredReachesIsNotGuessed() {
        stored.addAll(negatives(EXPOSED, RAISED.minusSeconds(60), RAISED.minusSeconds(59)));

        Optional<Crossing> crossing = count.find(alert(), null, NOW);

        assertThat(crossing).isEmpty();
    }

    /** Received before the alert, coded after it: a backlog of negatives, which never unlatches. */
    @Test
    void whatWasCodedLaterNeverTakesItBelow() {
        stored.addAll(excess(RAISED.minusSeconds(60), RAISED.minusSeconds(59)));
        stored.addAll(negatives(4_000, RAISED.minusSeconds(30), RAISED.plusSeconds(600)));
        Crossing crossing = count.find(alert(), null, NOW).orElseThrow();

        Corrected corrected =
                count.now(alert(), null, crossing, null).orElseThrow().corrected();

        assertThat(corrected.reachesThresholdOf(alert())).isTrue();
        assertThat(corrected.exposed()).isEqualTo(EXPOSED);
        assertThat(corrected.lnE()).isEqualTo(alert().lnE());
    }

    /** 14 of 40, all corrected to none, and then 30 of 40 others. */
    private void anAlertBeforeThatWasCorrected() {
        stored.addAll(excess(RAISED.minusSeconds(1_010), RAISED.minusSeconds(1_000)));
        correct(RAISED.minusSeconds(500));
        for (int i = 0; i < EXPOSED; i++) {
            stored.add(new Exposure(RAISED.minusSeconds(310), RAISED.minusSeconds(300), i < 30));
        }
    }

    /** Whatever is stored so far is coded as not affected. */
    private void correct(Instant at) {
        stored.replaceAll(one -> one.affected() ? new Exposure(one.received(), one.stored(), true, at) : one);
    }

    private static Crossing storedBefore(Instant coded) {
        return new Crossing(RAISED, coded.minusNanos(1_000));
    }

    private static List<Exposure> excess(Instant received, Instant coded) {
        List<Exposure> exposures = new ArrayList<>();
        for (int i = 0; i < EXPOSED; i++) {
            exposures.add(new Exposure(received, coded, i < AFFECTED));
        }
        return exposures;
    }

    private static List<Exposure> negatives(int many, Instant received, Instant coded) {
        List<Exposure> exposures = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            exposures.add(new Exposure(received, coded, false));
        }
        return exposures;
    }

    private PastCells answer(PastQuestion question) {
        asked.add(question);
        Instant asOf = question.asOf() == null ? NOW : question.asOf();
        List<Exposure> counted = stored.stream()
                .filter(one -> !one.stored().isAfter(asOf))
                .filter(one -> !one.received().isAfter(question.receivedUntil()))
                .filter(one -> !one.stored().isAfter(question.storedUntil()))
                .toList();
        long affected = counted.stream().filter(one -> one.isAffected(asOf)).count();
        Cell cell = new Cell(
                Unit.FIRST_COURSE,
                WEEK,
                "clinic-north",
                "ORAL",
                "UNSTATED",
                "SINGLE",
                "UNSTATED",
                "UNSTATED",
                "CHECKLIST");
        PastCell one = new PastCell(cell, counted.size(), 0, 0, Map.of("CNS", new MeasureCount(affected, affected)));
        Instant lastCoded = stored.stream()
                .filter(exposure -> !exposure.received().isAfter(question.receivedUntil()))
                .flatMap(exposure -> Stream.of(exposure.stored(), exposure.corrected()))
                .filter(coded -> coded != null && !coded.isAfter(asOf))
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new PastCells(asOf, question.receivedUntil(), question.storedUntil(), lastCoded, List.of(one));
    }

    static Alert alert() {
        return alert(UUID.fromString("01931c5e-7f00-7abc-8def-0000000000ff"));
    }

    static Alert alert(UUID id) {
        return alert(id, EXPOSED, AFFECTED);
    }

    private static Alert alert(long exposed, long affected) {
        return alert(alert().id(), exposed, affected);
    }

    private static Alert alert(UUID id, long exposed, long affected) {
        // A week in which first courses were replaced only is kept with the evidence.
        List<WeekCount> weeks = List.of(new WeekCount(WEEK.plus(-1), 0, 0), new WeekCount(WEEK, exposed, affected));
        AlertEvidence evidence = new AlertEvidence("table9-cns", 0.08, null, null, 0.04, 2, 10.5, 0.8, 1, WEEK, weeks);
        return new Alert(
                ContractJson.SCHEMA,
                id,
                1,
                "table9-cns@clinic-north",
                "CNS",
                Unit.FIRST_COURSE,
                Map.of("clinic", "clinic-north"),
                AlertState.RAISED,
                null,
                Promise.PROVISIONAL,
                List.of(),
                exposed,
                affected,
                9.80537612610384,
                500,
                RAISED,
                WEEK,
                evidence,
                null,
                null,
                null,
                List.of());
    }
}
