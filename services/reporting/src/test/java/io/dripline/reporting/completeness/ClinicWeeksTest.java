package io.dripline.reporting.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.tally.ClinicWeek;
import io.dripline.reporting.ClinicWeekRecords;
import io.dripline.reporting.Servers;
import io.dripline.reporting.completeness.ClinicWeeks.Due;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each in a transaction that is rolled back. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class ClinicWeeksTest {

    private static final String WEEK = "2026-W40";
    private static final Instant OVER = Instant.parse("2026-10-05T12:00:00Z");
    private static final Instant NOT_YET = OVER.minusSeconds(1);

    @Inject
    Jdbi jdbi;

    @Inject
    ClinicWeeks clinicWeeks;

    private final String clinic = "kept-" + UUID.randomUUID();

    /** The sessions counted stand in the roll-ups; the cohort's own units do not matter. */
    @ParameterizedTest
    @CsvSource({
        "14, 14, 14, false",
        "15, 14, 14, true",
        ", 14, 14, true",
        "14, 14, 13, true",
        "14, 14, 15, true",
        "0, 0, 0, false"
    })
    void isOpenUnlessPerformedPostedAndCountedAreTheSame(Integer performed, int posted, int counted, boolean open) {
        within(handle -> {
            count(handle, counted);
            clinicWeeks.keep(handle, List.of(week(1, performed, posted)), OVER);

            assertThat(isOpen(handle)).isEqualTo(open);
        });
    }

    @Test
    void isOpenWhileNothingIsStatedOfIt() {
        within(handle -> {
            count(handle, 14);

            assertThat(isOpen(handle)).isTrue();
        });
    }

    @Test
    void closesAsTimePasses() {
        within(handle -> {
            count(handle, 14);
            clinicWeeks.keep(handle, List.of(week(1, 14, 14)), NOT_YET);
            assertThat(isOpen(handle)).isTrue();
            clinicWeeks.settle(handle, clinicWeeks.due(handle));

            clinicWeeks.closeWhatIsOver(handle, OVER);

            assertThat(isOpen(handle)).isFalse();
            assertThat(clinicWeeks.due(handle)).contains(new Due(clinic, WEEK, 1, true));
        });
    }

    @Test
    void keepsTheNewestVersionWhateverComesLater() {
        within(handle -> {
            count(handle, 14);
            clinicWeeks.keep(handle, List.of(week(1, null, 14), week(3, 15, 14), week(2, 14, 14)), OVER);

            clinicWeeks.keep(handle, List.of(week(2, 14, 14)), OVER);

            assertThat(isOpen(handle)).isTrue();
        });
    }

    @Test
    void isDueWhereItClosesOrOpensAndNotForEverySession() {
        within(handle -> {
            clinicWeeks.keep(handle, List.of(week(1, null, 13)), NOT_YET);
            assertThat(due(handle)).containsExactly(new Due(clinic, WEEK, 1, false));
            clinicWeeks.settle(handle, due(handle));

            clinicWeeks.keep(handle, List.of(week(2, null, 14)), NOT_YET);
            assertThat(due(handle)).isEmpty();
            clinicWeeks.keep(handle, List.of(week(3, 14, 14)), OVER);
            assertThat(due(handle)).containsExactly(new Due(clinic, WEEK, 3, true));
            clinicWeeks.settle(handle, due(handle));
            clinicWeeks.keep(handle, List.of(week(4, 14, 15)), OVER);
            assertThat(due(handle)).containsExactly(new Due(clinic, WEEK, 4, false));
        });
    }

    @Test
    void staysDueWhereItChangedWhileItWasJudged() {
        within(handle -> {
            clinicWeeks.keep(handle, List.of(week(1, 14, 14)), OVER);
            List<Due> judged = due(handle);
            clinicWeeks.keep(handle, List.of(week(2, 14, 15)), OVER);

            clinicWeeks.settle(handle, judged);

            assertThat(due(handle)).containsExactly(new Due(clinic, WEEK, 2, false));
        });
    }

    @Test
    void keepsWhatWasPostedOfAWeekThatIsClosed() {
        within(handle -> {
            clinicWeeks.keep(handle, List.of(week(1, null, 13)), OVER);
            clinicWeeks.keep(handle, List.of(week(2, null, 14)), OVER);
            clinicWeeks.keep(handle, List.of(week(3, 14, 14)), OVER);
            assertThat(kept(handle)).isEqualTo(new PastWeeks.State(true, 14L));

            clinicWeeks.keep(handle, List.of(week(4, 15, 15)), OVER);

            assertThat(kept(handle)).isEqualTo(new PastWeeks.State(true, 15L));
            assertThat(handle.createQuery("select closed from clinic_week_state where clinic = :clinic order by seq")
                            .bind("clinic", clinic)
                            .mapTo(Boolean.class)
                            .list())
                    .as("one for each state, and none for every session")
                    .containsExactly(false, true, true);
        });
    }

    @ParameterizedTest
    @CsvSource({"14, 14, 1", "15, 14, 0", ", 14, 0", "14, 13, 0"})
    void tellsHowFarPostingIsComplete(Integer performed, int counted, int closed) {
        within(handle -> {
            count(handle, counted);
            clinicWeeks.keep(handle, List.of(week(1, performed, 14)), OVER);

            assertThat(posted(handle, "2026-W39", "2026-W41")).containsExactly(new PostedWeeks(clinic, 1, closed));
            assertThat(posted(handle, "2026-W41", "2026-W43")).isEmpty();
            assertThat(posted(handle, WEEK, WEEK)).hasSize(1);
        });
    }

    @Test
    void aWeekOfWhichNothingIsStatedIsKnownAndNotComplete() {
        within(handle -> {
            count(handle, 14);

            assertThat(posted(handle, WEEK, WEEK)).containsExactly(new PostedWeeks(clinic, 1, 0));
        });
    }

    @Test
    void tellsTheLastWeekInWhichAnythingWasPostedOrCounted() {
        within(handle -> {
            assertThat(clinicWeeks.lastWeeks(handle)).doesNotContainKey(clinic);

            count(handle, "2026-W40", 14);
            count(handle, "2026-W42", 0);
            assertThat(clinicWeeks.lastWeeks(handle)).containsEntry(clinic, IsoWeek.parse("2026-W40"));

            clinicWeeks.keep(
                    handle,
                    List.of(
                            ClinicWeekRecords.week(clinic, "2026-W41", 1, null, 3),
                            ClinicWeekRecords.week(clinic, "2026-W43", 1, 2, 0)),
                    OVER);
            assertThat(clinicWeeks.lastWeeks(handle)).containsEntry(clinic, IsoWeek.parse("2026-W41"));

            count(handle, "2026-W39", 5);
            count(handle, "2026-W44", 5);
            assertThat(clinicWeeks.lastWeeks(handle)).containsEntry(clinic, IsoWeek.parse("2026-W44"));
        });
    }

    /** It is asked for with every change, by everybody who looks: what clinics did long ago is not read for it. */
    @Test
    void findsTheLastWeeksWithoutReadingAllOfThem() {
        within(handle -> {
            handle.createUpdate("""
                            insert into rollup (generation, unit, week, clinic, route, exposed, awaiting, replaced)
                            select id, 'SESSION', year || '-W' || week, :clinic, 'ORAL', 5, 0, 0
                              from generation, generate_series(1900, 1999) year, generate_series(10, 50) week
                             where active
                            """).bind("clinic", clinic).execute();

            String plan = handle.createQuery("explain (analyze, format json) " + ClinicWeeks.LAST_WEEKS)
                    .mapTo(String.class)
                    .one();

            assertThat(clinicWeeks.lastWeeks(handle)).containsEntry(clinic, IsoWeek.parse("1999-W50"));
            assertThat(rowsRead(plan, "rollup")).as(plan).isPositive().isLessThan(4_100);
        });
    }

    private static double rowsRead(String plan, String table) {
        try {
            return new ObjectMapper()
                    .readTree(plan).findParents("Relation Name").stream()
                            .filter(node -> node.get("Relation Name").asText().equals(table))
                            .mapToDouble(node -> node.get("Actual Loops").asDouble()
                                    * (node.get("Actual Rows").asDouble()
                                            + node.path("Rows Removed by Filter")
                                                    .asDouble()))
                            .sum();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(plan, e);
        }
    }

    private List<PostedWeeks> posted(Handle handle, String from, String to) {
        return clinicWeeks.posted(handle, IsoWeek.parse(from), IsoWeek.parse(to)).stream()
                .filter(posted -> posted.clinic().equals(clinic))
                .toList();
    }

    private PastWeeks.State kept(Handle handle) {
        return clinicWeeks
                .asOf(handle, Instant.now().plusSeconds(60))
                .weeks()
                .get(new ClinicAndWeek(clinic, IsoWeek.parse(WEEK)));
    }

    private ClinicWeek week(long version, Integer performed, int posted) {
        return ClinicWeekRecords.week(clinic, WEEK, version, performed, posted);
    }

    private boolean isOpen(Handle handle) {
        return clinicWeeks.open(handle).contains(clinic, IsoWeek.parse(WEEK));
    }

    private List<Due> due(Handle handle) {
        return clinicWeeks.due(handle).stream()
                .filter(due -> due.clinic().equals(clinic))
                .toList();
    }

    private void count(Handle handle, int sessions) {
        count(handle, WEEK, sessions);
    }

    private void count(Handle handle, String week, int sessions) {
        handle.createUpdate("""
                        insert into rollup (generation, unit, week, clinic, route, exposed, awaiting, replaced)
                        select id, unit, :week, :clinic, 'ORAL', exposed, 0, 0
                          from generation, (values ('SESSION', :sessions), ('FIRST_COURSE', 5)) as counted (unit, exposed)
                         where active
                        """)
                .bind("week", week)
                .bind("clinic", clinic)
                .bind("sessions", sessions)
                .execute();
    }

    private void within(Consumer<Handle> work) {
        jdbi.useHandle(handle -> {
            handle.begin();
            try {
                work.accept(handle);
            } finally {
                handle.rollback();
            }
        });
    }
}
