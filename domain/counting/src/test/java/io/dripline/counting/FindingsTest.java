package io.dripline.counting;

import static io.dripline.counting.SessionExample.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.incidence.MeasureCount;
import io.dripline.contracts.incidence.Measures;
import io.dripline.contracts.incidence.Unit;
import io.dripline.contracts.session.Seriousness;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final MeasureCount ONCE = new MeasureCount(1, 1);

    @Test
    void severalEventsOfAMeasureAffectTheExposureOnce() {
        CellCount count = count(session(1)
                .coded("vomiting", Category.GI)
                .coded("vomiting", Category.GI)
                .coded("nausea", Category.GI));

        assertThat(count.measures())
                .isEqualTo(
                        Map.of("ANY", ONCE, "GI", ONCE, "vomiting", ONCE, "nausea", ONCE, "nausea-or-vomiting", ONCE));
    }

    @Test
    void anEventThatAwaitsCodingIsPossiblyAnything() {
        CellCount count = count(session(1).awaiting());

        assertThat(count.awaiting()).isEqualTo(1);
        assertThat(count.measures()).isEmpty();
        assertThat(count.measure("ANY")).isEqualTo(new MeasureCount(0, 1));
    }

    @Test
    void theBandReachesFromAffectedToThoseThatMayBe() {
        CellCount count = count(
                session(1).coded("nausea", Category.GI),
                session(2).coded("nausea", Category.GI).awaiting(),
                session(3).awaiting(),
                session(4));

        assertThat(count.exposed()).isEqualTo(4);
        assertThat(count.awaiting()).isEqualTo(2);
        assertThat(count.measure("GI")).isEqualTo(new MeasureCount(2, 3));
        assertThat(count.measure("CNS")).isEqualTo(new MeasureCount(0, 2));
        assertThat(count.measure("ANY")).isEqualTo(new MeasureCount(2, 3));
    }

    @Test
    void aCodedEventStatedToBeSeriousCountsAsSerious() {
        CellCount count = count(session(1).coded("apnoea", Category.CARDIOVASCULAR, Seriousness.LIFE_THREATENING));

        assertThat(count.measure(Measures.SERIOUS)).isEqualTo(ONCE);
    }

    @Test
    void aSeriousEventCountsAsSeriousWhileItAwaitsCoding() {
        CellCount count = count(session(1).awaiting(Seriousness.DEATH));

        assertThat(count.measures()).isEqualTo(Map.of(Measures.SERIOUS, ONCE));
        assertThat(count.measure("ANY")).isEqualTo(new MeasureCount(0, 1));
    }

    @Test
    void wordsThatStateNoEventCountForNothing() {
        CellCount count = count(session(1).noEvent(Seriousness.DEATH));

        assertThat(count).isEqualTo(new CellCount(1, 0, 0, Map.of()));
    }

    @Test
    void aTermOutsideTheFiveSystemsIsOtherAndAny() {
        CellCount count = count(session(1).coded("itching", Category.OTHER));

        assertThat(count.measures()).containsOnlyKeys("ANY", "OTHER", "itching");
    }

    private static CellCount count(SessionExample... sessions) {
        var count = new CountPatient(Measures.standard(), CountPatient.DEFAULT_COURSE_GAP);
        return count
                .contributions(
                        Arrays.stream(sessions).map(SessionExample::counted).toList())
                .entrySet()
                .stream()
                .filter(entry -> entry.getKey().unit() == Unit.SESSION)
                .map(Map.Entry::getValue)
                .reduce(CellCount.ZERO, CellCount::plus);
    }
}
