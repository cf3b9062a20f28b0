package io.dripline.reporting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MonitorsJudgedTest {

    @Test
    void arrivesAsItWasAnnounced() {
        MonitorsJudged two = new MonitorsJudged(false, Set.of("clinic-north", "Süd, 2"));

        assertThat(MonitorsJudged.read(two.write())).isEqualTo(two);
        assertThat(MonitorsJudged.read(MonitorsJudged.EVERYTHING.write())).isEqualTo(MonitorsJudged.EVERYTHING);
    }

    @Test
    void moreClinicsThanANotificationHoldsAreAll() {
        Set<String> many = IntStream.range(0, 1000).mapToObj(i -> "clinic-" + i).collect(Collectors.toSet());

        MonitorsJudged heard = MonitorsJudged.read(new MonitorsJudged(false, many).write());

        assertThat(heard.touches("clinic-7")).isTrue();
        assertThat(heard).isEqualTo(MonitorsJudged.EVERYTHING);
    }

    @Test
    void twoInOneTouchWhatEitherTouched() {
        MonitorsJudged both = new MonitorsJudged(false, Set.of("a")).and(new MonitorsJudged(false, Set.of("b")));

        assertThat(both.touches("a")).isTrue();
        assertThat(both.touches("b")).isTrue();
        assertThat(both.touches("c")).isFalse();
    }
}
