package io.dripline.intake.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.session.AdverseEvent;
import io.dripline.contracts.session.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventIdsTest {

    @Test
    void newIdsSortByTime() {
        assertThat(EventIds.next().toString()).isLessThan(EventIds.next().toString());
    }

    @Test
    void twoEventsInTheSameWordsKeepEachItsOwnId() {
        List<AdverseEvent> before =
                EventIds.keep(List.of(), List.of(event("sick", Severity.MILD), event("sick", Severity.SEVERE)));

        List<AdverseEvent> after =
                EventIds.keep(before, List.of(event("sick", Severity.SEVERE), event("sick", Severity.MODERATE)));

        assertThat(after)
                .extracting(AdverseEvent::id)
                .containsExactly(before.get(1).id(), before.get(0).id());
    }

    @Test
    void noIdIsGivenTwice() {
        List<AdverseEvent> before = EventIds.keep(List.of(), List.of(event("sick", null)));

        List<AdverseEvent> after =
                EventIds.keep(before, List.of(event("sick", null), event("sick", null), event("dizzy", null)));

        assertThat(after.getFirst().id()).isEqualTo(before.getFirst().id());
        assertThat(after).extracting(AdverseEvent::id).doesNotHaveDuplicates();
    }

    private static StatedEvent event(String words, Severity severity) {
        return new StatedEvent(words, null, null, severity, List.of(), null, null, null);
    }
}
