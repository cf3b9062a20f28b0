package io.dripline.reporting.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ChangeLogTest {

    private final ChangeLog log = new ChangeLog("run", 3);

    @Test
    void goesOnAfterAnIdThatIsStillKept() {
        StreamEvent first = add("a");
        add("b");
        add("c");

        assertThat(jsonAfter(first.id())).containsExactly("b", "c");
        assertThat(jsonAfter(log.latest())).isEmpty();
    }

    @Test
    void anIdFromBeforeTheFirstChangeIsGoodForAllOfThem() {
        String opening = log.latest();
        add("a");

        assertThat(jsonAfter(opening)).containsExactly("a");
    }

    @Test
    void doesNotKnowWhatIsTooOldOrFromAnotherRun() {
        StreamEvent first = add("a");
        List.of("b", "c", "d", "e").forEach(this::add);

        assertThat(log.after(first.id())).isEmpty();
        assertThat(log.after("other-5")).isEmpty();
        assertThat(log.after("run-99")).isEmpty();
        assertThat(log.after("run-x")).isEmpty();
        assertThat(log.after(null)).isEmpty();
        assertThat(jsonAfter("run-2")).containsExactly("c", "d", "e");
    }

    @Test
    void anIdWithinAnOpeningStateIsGoodForNothingButTheFullState() {
        add("a");

        assertThat(log.opening(1)).isNotEqualTo(log.opening(2)).startsWith(log.latest());
        assertThat(log.after(log.opening(1))).isEmpty();
    }

    private StreamEvent add(String json) {
        return log.add(new Change(Change.Kind.alert, json, new Audience(null)));
    }

    private List<String> jsonAfter(String id) {
        return log.after(id).orElseThrow().stream()
                .map(event -> Objects.requireNonNull(event.change()).json())
                .toList();
    }
}
