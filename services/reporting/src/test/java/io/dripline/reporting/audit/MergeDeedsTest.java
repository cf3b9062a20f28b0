package io.dripline.reporting.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.reporting.behalf.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MergeDeedsTest {

    private static final Instant NEWEST = Instant.parse("2026-11-22T12:00:00Z");

    /** Whatever the pages' size, each deed stands on exactly one of them, in the order of the clocks. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "7", "50"})
    void pagesHoldEachDeedOnce(int limit) {
        Map<LedgerOf, List<Deed>> all = Map.of(
                LedgerOf.REPORTING, deeds("alert_version", 11, 60),
                LedgerOf.CLASSIFICATION, deeds("ruling", 5, 170),
                LedgerOf.INTAKE, deeds("erasure", 2, 1));

        List<String> told = new ArrayList<>();
        AuditCursor after = AuditCursor.START;
        while (after != null) {
            AuditPage page = MergeDeeds.merge(ask(all, after, limit), after, limit);
            assertThat(page.deeds()).hasSizeLessThanOrEqualTo(limit);
            page.deeds()
                    .forEach(one -> told.add(one.deed().at() + " " + one.deed().place()));
            after = page.next() == null ? null : AuditCursor.of(page.next().toString());
        }

        assertThat(told)
                .hasSize(18)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((a, b) -> b.substring(0, 20).compareTo(a.substring(0, 20)));
    }

    @Test
    void withinALedgerTheOrderIsItsOwn() {
        Deed committedLast = deed("alert_version", 2, NEWEST.minusSeconds(5));
        Deed committedFirst = deed("alert_version", 1, NEWEST);

        AuditPage page = MergeDeeds.merge(
                Map.of(LedgerOf.REPORTING, given(List.of(committedLast, committedFirst), null)), AuditCursor.START, 9);

        assertThat(page.deeds()).extracting(AuditPage.Told::deed).containsExactly(committedLast, committedFirst);
    }

    @Test
    void aLedgerThatIsAwayKeepsItsPlaceAndTheOthersAreTold() {
        AuditCursor after = AuditCursor.of("reporting-9-9-alert_version.intake-7-7-erasure");
        Deed deed = deed("alert_version", 1, NEWEST);

        AuditPage page = MergeDeeds.merge(
                Map.of(
                        LedgerOf.REPORTING,
                        given(List.of(deed), "1-1-alert_version"),
                        LedgerOf.INTAKE,
                        new Answer.Away<>("it does not answer")),
                after,
                1);

        assertThat(page.deeds()).hasSize(1);
        assertThat(page.next()).isNotNull().hasToString("reporting-1-1-alert_version.intake-7-7-erasure");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reporting",
                "reporting-x",
                "elsewhere-1-1-ruling",
                "reporting-1-1-ruling.reporting-1-1-ruling",
                "reporting-1-1-ruling'; drop",
                "."
            })
    void aPlaceThatNoPageNamedIsRefused(String text) {
        assertThatThrownBy(() -> AuditCursor.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    /** As the ledgers answer: what lies behind a place, and whether there is more. */
    private static Map<LedgerOf, Answer<DeedPage>> ask(Map<LedgerOf, List<Deed>> all, AuditCursor after, int limit) {
        Map<LedgerOf, Answer<DeedPage>> answers = new HashMap<>();
        all.forEach((ledger, deeds) -> {
            String behind = after.behind(ledger);
            List<Deed> left = behind == null
                    ? deeds
                    : deeds.stream()
                            .dropWhile(deed -> !deed.place().equals(behind))
                            .skip(1)
                            .toList();
            List<Deed> some = left.subList(0, Math.min(limit, left.size()));
            answers.put(ledger, given(some, left.size() > limit ? some.getLast().place() : null));
        });
        return answers;
    }

    private static List<Deed> deeds(String table, int count, int secondsApart) {
        return IntStream.range(0, count)
                .mapToObj(i -> deed(table, count - i, NEWEST.minusSeconds((long) i * secondsApart)))
                .toList();
    }

    private static Deed deed(String table, int seq, Instant at) {
        return new Deed(at, "anna", "ANY", "something", null, null, null, "%d-%d-%s".formatted(seq, seq, table));
    }

    private static Answer<DeedPage> given(List<Deed> deeds, @Nullable String next) {
        return new Answer.Given<>(new DeedPage(deeds, next, null));
    }
}
