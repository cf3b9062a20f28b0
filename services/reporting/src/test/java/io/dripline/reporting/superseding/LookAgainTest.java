package io.dripline.reporting.superseding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.MeasureCount;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.alert.Alerts;
import io.dripline.reporting.alert.Judgement;
import io.dripline.reporting.alert.Judgements;
import io.dripline.reporting.database.DatabaseOnto;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.monitor.Monitors;
import io.dripline.reporting.past.PastAwayException;
import io.dripline.reporting.past.PastCells;
import io.dripline.reporting.past.PastCells.PastCell;
import io.dripline.reporting.past.PastOf;
import io.dripline.reporting.past.PastQuestion;
import io.quarkus.runtime.ShutdownEvent;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** When an alert is looked at again, by a clock that a test moves. */
class LookAgainTest {

    private static EmbeddedPostgres postgres;
    private static Jdbi jdbi;

    private final Alert alert = CountCrossingTest.alert();
    private final List<Alert> standing = new ArrayList<>(List.of(alert));
    private final List<PastQuestion> asked = new ArrayList<>();
    private final Map<UUID, Crossing> found = new HashMap<>();
    private Instant now = alert.raisedAt().plus(Duration.ofDays(1));
    private Instant judgedAt = alert.raisedAt();
    private long affectedThen = alert.affected();
    private boolean isNowAway;

    /** How many questions from now on are not answered. */
    private int failing;

    private RuntimeException failure = new IllegalStateException("busy");

    private final SupersedeAlerts supersede = new SupersedeAlerts(
            jdbi,
            new Alerts() {
                @Override
                public List<Alert> standing(Handle handle) {
                    return List.copyOf(standing);
                }
            },
            new Judgements() {
                @Override
                public Map<String, Judgement> of(Handle handle, Collection<String> monitors) {
                    return Map.of(alert.monitor(), new Judgement(alert.monitor(), judgedAt, null, List.of()));
                }
            },
            new Monitors() {
                @Override
                public List<Monitor> all(Handle handle) {
                    return List.of();
                }
            },
            new Crossings() {
                @Override
                Map<UUID, Crossing> all(Handle handle) {
                    return Map.copyOf(found);
                }

                @Override
                void keep(Handle handle, UUID id, Crossing crossing) {
                    found.put(id, crossing);
                }
            },
            new CountCrossing(PastOf.answering(this::answer)),
            null,
            new SupersedingConfig() {
                @Override
                public Duration interval() {
                    return Duration.ofSeconds(30);
                }

                @Override
                public Duration longestPause() {
                    return Duration.ofMinutes(10);
                }
            },
            null,
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            });

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        jdbi = DatabaseOnto.dataSource(postgres.getPostgresDatabase());
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    /** As on an instance that only answers: its stop must not keep others from theirs. */
    @Test
    void whoNeverStartedStopsAtOnce() {
        assertThatCode(() -> supersede.stop(new ShutdownEvent())).doesNotThrowAnyException();
    }

    @Test
    void oneIsDueOnceItsMonitorWasJudged() {
        assertThat(isLookedAt()).as("after a start").isTrue();

        now = now.plus(Duration.ofDays(1));
        assertThat(isLookedAt()).as("not judged since").isFalse();

        judgedAt = now;
        assertThat(isLookedAt()).as("judged since").isTrue();
    }

    @Test
    void oneThatCouldNotBeToldIsLookedForAsLongAsClocksMayDifferAndThenNoMore() {
        now = alert.raisedAt().plusSeconds(10);
        affectedThen = 0;
        assertThat(isLookedAt()).as("after a start").isTrue();

        now = now.plusSeconds(59);
        assertThat(isLookedAt()).as("pause not over").isFalse();

        now = now.plusSeconds(1);
        assertThat(isLookedAt()).as("pause over").isTrue();

        now = now.plus(Duration.ofDays(1));
        judgedAt = now;
        assertThat(isLookedAt())
                .as("judged since, but what was stored stays so")
                .isFalse();
    }

    @Test
    void oneQuestionThatFailsHoldsUpNoOtherAlert() {
        standing.add(CountCrossingTest.alert(UUID.randomUUID()));
        failing = 1;

        assertThatThrownBy(supersede::lookAtAll).isInstanceOf(PastAwayException.class);

        assertThat(found).containsOnlyKeys(standing.getLast().id());
    }

    /** As of a measure that classification does not know any more: that lasts. */
    @Test
    void alertsThatAreRefusedHoldUpNoOtherAlert() {
        standing.add(CountCrossingTest.alert(UUID.randomUUID()));
        standing.add(CountCrossingTest.alert(UUID.randomUUID()));
        failing = 2;
        failure = new WebApplicationException(400);

        assertThatThrownBy(supersede::lookAtAll).hasMessageContaining("classification answers 400");

        assertThat(found).containsOnlyKeys(standing.getLast().id());
        assertThat(supersede.status().standing()).isEqualTo(3);
    }

    @Test
    void aStopEndsTheLook() throws InterruptedException {
        standing.add(CountCrossingTest.alert(UUID.randomUUID()));
        supersede.stop(new ShutdownEvent());
        failing = 1;

        assertThatThrownBy(supersede::lookAtAll).isInstanceOf(PastAwayException.class);

        assertThat(asked).hasSize(1);
    }

    @Test
    void aPastThatIsAwayIsNotAskedByEveryAlert() {
        standing.add(CountCrossingTest.alert(UUID.randomUUID()));
        standing.add(CountCrossingTest.alert(UUID.randomUUID()));
        failing = 3;

        assertThatThrownBy(supersede::lookAtAll).isInstanceOf(PastAwayException.class);

        assertThat(asked).hasSize(2);
    }

    /** Looked at too soon at first, it is due without a judgement. Found what it was raised on, it was not counted: what was corrected meanwhile would stay unnoticed. */
    @Test
    void oneThatWasFoundWhileThePastWentAwayIsLookedAtOnceItIsBack() {
        now = alert.raisedAt().plusSeconds(5);
        affectedThen = 0;
        assertThat(isLookedAt()).isTrue();
        affectedThen = alert.affected();
        isNowAway = true;
        now = now.plus(Duration.ofDays(1));
        assertThatThrownBy(supersede::lookAtAll).isInstanceOf(PastAwayException.class);
        assertThat(found).containsKey(alert.id());
        isNowAway = false;

        assertThat(isLookedAt()).isTrue();
        assertThat(asked)
                .last()
                .satisfies(question -> assertThat(question.asOf()).isNull());
    }

    private boolean isLookedAt() {
        asked.clear();
        supersede.lookAtAll();
        return !asked.isEmpty();
    }

    private PastCells answer(PastQuestion question) {
        asked.add(question);
        if (failing > 0) {
            failing--;
            throw failure;
        }
        if (question.asOf() == null && isNowAway) {
            throw new IllegalStateException("away");
        }
        long affected = question.asOf() == null ? alert.affected() : affectedThen;
        Cell cell = new Cell(
                Unit.FIRST_COURSE,
                IsoWeek.parse("2026-W47"),
                "clinic-north",
                "ORAL",
                "UNSTATED",
                "SINGLE",
                "UNSTATED",
                "UNSTATED",
                "CHECKLIST");
        PastCell one = new PastCell(cell, alert.exposed(), 0, 0, Map.of("CNS", new MeasureCount(affected, affected)));
        Instant asOf = question.asOf() == null ? now : question.asOf();
        return new PastCells(asOf, question.receivedUntil(), question.storedUntil(), null, List.of(one));
    }
}
