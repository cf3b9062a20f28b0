package io.dripline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dripline.ledger.Finding.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sealing behind writers, and what verifying says of it. */
class SealRowsTest {

    private static final Ledger LEDGER = Ledgers.INTAKE;
    private static final String TALLY =
            "insert into tally (clinic, date, sessions_performed, who, stated_at) values ('%s', '2026-11-22', 4, 'ada', now())";

    private Installation installation;
    private Connection sealing;
    private SealRows rows;

    @BeforeEach
    void start() throws Exception {
        installation = Installation.start();
        sealing = installation.asService(LEDGER);
        rows = new SealRows(Installation.KEY, LEDGER, sealing, Clock.systemUTC());
    }

    @AfterEach
    void stop() throws Exception {
        sealing.close();
        installation.close();
    }

    @Test
    void aRowWaitsForATransactionThatBeganBeforeItsOwn() throws Exception {
        try (Connection slow = installation.asService(LEDGER);
                Connection fast = installation.asService(LEDGER)) {
            slow.setAutoCommit(false);
            Installation.execute(slow, TALLY.formatted("slow"));
            Installation.execute(fast, TALLY.formatted("fast"));

            assertThat(rows.seal(10)).isZero();
            assertThat(verify().unsealed()).isEqualTo(Map.of("tally", 1L));
            slow.commit();

            assertThat(rows.seal(10)).isEqualTo(2);
        }
        assertThat(verify()).isEqualTo(new Verified(2, Map.of(), 0, 0));
    }

    @Test
    void goesOnWhereAnotherLeftOff() throws Exception {
        StoredRows.write(installation, LEDGER, 1);
        assertThat(rows.seal(7)).isEqualTo(7 * LEDGER.tables().size());

        try (Connection connection = installation.asService(LEDGER)) {
            SealRows next = new SealRows(Installation.KEY, LEDGER, connection, Clock.systemUTC());
            while (next.seal(50) > 0) {
                // Until nothing is left.
            }
        }

        assertThat(verify().unsealed()).isEmpty();
        assertThat(verify().isWhole()).isTrue();
    }

    /** Numbers of transactions are ordered as numbers, not as texts. */
    @Test
    void goesOnWhereTransactionsHaveOneDigitMore() throws Exception {
        try (Connection writer = installation.asService(LEDGER)) {
            Installation.execute(writer, TALLY.formatted("before"));
            assertThat(rows.seal(10)).isEqualTo(1);
            assertThat(Long.parseLong(Installation.ask(writer, "select pg_current_xact_id()")))
                    .isLessThan(999);
            while (Long.parseLong(Installation.ask(writer, "select pg_current_xact_id()")) < 1000) {
                // Each question uses one up.
            }
            Installation.execute(writer, TALLY.formatted("after"));
            assertThat(rows.seal(10)).isEqualTo(1);
            Installation.execute(writer, TALLY.formatted("last"));
        }

        assertThat(new SealRows(Installation.KEY, LEDGER, sealing, Clock.systemUTC()).seal(10))
                .isEqualTo(1);
    }

    @Test
    void saysThatTheChainEndsElsewhereThanItLeftIt() throws Exception {
        StoredRows.write(installation, LEDGER, 1);
        rows.seal(100);
        try (Connection administrator = installation.asAdministrator(LEDGER)) {
            Installation.execute(
                    administrator, "delete from ledger_seal where position = (select max(position) from ledger_seal)");
        }

        assertThatThrownBy(() -> rows.seal(100))
                .isInstanceOf(ChainCutException.class)
                .hasMessageContaining("the chain of intake ends at");
    }

    /** The text that is sealed is the same however server, role or connection are set. */
    @Test
    void settingsDoNotChangeWhatIsSealed() throws Exception {
        StoredRows.write(installation, LEDGER, 1);
        rows.seal(1000);
        try (Connection other = installation.asService(LEDGER)) {
            Installation.execute(
                    other,
                    "set timezone to 'Australia/Sydney'; set datestyle to 'ISO, DMY'; set extra_float_digits to -3;"
                            + " set bytea_output to 'escape'");

            assertThat(new VerifyLedger(Installation.KEY, LEDGER, finding -> {})
                            .verify(other, Collections.emptyIterator())
                            .isWhole())
                    .isTrue();
        }
    }

    /** It is erased by its key alone, so that nothing is gone of what was sealed. */
    @Test
    void anErasedTextStaysAndADeletedOneIsFound() throws Exception {
        StoredRows.write(installation, LEDGER, 1);
        rows.seal(1000);
        String first = "(select session_id, version from session_text order by session_id, version limit 1)";
        String row;
        try (Connection administrator = installation.asAdministrator(LEDGER)) {
            row = Installation.ask(administrator, "select concat_ws(' ', session_id, version) from " + first + " t");
            Installation.execute(administrator, "delete from patient_key where (session_id, version) = " + first);
            assertThat(verify()).isEqualTo(new Verified(verify().sealed(), Map.of(), 0, 0));
            Installation.execute(administrator, "delete from session_text where (session_id, version) = " + first);
        }

        assertThat(findings(LEDGER, Installation.KEY, Collections.emptyIterator()))
                .extracting(Finding::kind, Finding::table, Finding::row)
                .containsExactly(tuple(Kind.TEXT_MISSING, "session_text", row));
    }

    /** Nothing erases a reason but somebody who administers the database, and that is told. */
    @Test
    void theReasonOfARulingThatIsGoneIsFound() throws Exception {
        StoredRows.write(installation, Ledgers.CLASSIFICATION, 1);
        installation.seal(Ledgers.CLASSIFICATION);
        try (Connection administrator = installation.asAdministrator(Ledgers.CLASSIFICATION)) {
            Installation.execute(
                    administrator, "delete from ruling_reason where seq = (select min(seq) from ruling_reason)");
        }

        assertThat(findings(Ledgers.CLASSIFICATION, Installation.KEY, Collections.emptyIterator()))
                .extracting(Finding::kind, Finding::table)
                .containsExactly(tuple(Kind.TEXT_MISSING, "ruling_reason"));
    }

    /** Its role must be able to: it starts monitors, retires them, and freezes the first week. But then there is a step. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'RETIRED'",
                "p0 = 0.9",
                "start_week = '2026-W45'",
                "status = 'WAITING_FOR_NULL', p0 = null",
                "first_counted_week = '2026-W50'"
            })
    void aMonitorThatTheServiceChangesWithoutAStepIsFound(String change) throws Exception {
        StoredRows.write(installation, Ledgers.REPORTING, 1);
        try (Connection service = installation.asService(Ledgers.REPORTING)) {
            Installation.execute(service, "update monitor set first_counted_week = '2026-W41' where id = 'm-1-1'");
            installation.seal(Ledgers.REPORTING);
            assertThat(findings(Ledgers.REPORTING, Installation.KEY, Collections.emptyIterator()))
                    .as("the first week is frozen by judging")
                    .isEmpty();

            Installation.execute(service, "update monitor set %s where id = 'm-1-1'".formatted(change));
            installation.seal(Ledgers.REPORTING);
        }

        assertThat(findings(Ledgers.REPORTING, Installation.KEY, Collections.emptyIterator()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.STATE_UNEXPLAINED);
                    assertThat(finding.table()).isEqualTo("monitor_state");
                    assertThat(finding.row()).startsWith("m-1-1 ");
                });
    }

    /** As officers do it: a null is given to a monitor that waits, and each is retired once. */
    @Test
    void aMonitorThatIsStartedAndRetiredByStepsIsWhole() throws Exception {
        StoredRows.write(installation, Ledgers.REPORTING, 1);
        try (Connection service = installation.asService(Ledgers.REPORTING)) {
            Installation.execute(service, """
                    insert into monitor (id, baseline, measure, unit, cohort, alpha_share, status, created_by)
                    select 'waits-' || n, 'figure-1', 'CNS', 'SESSION', '{}', 0.001, 'WAITING_FOR_NULL', 'anna'
                      from generate_series(1, 2) n;
                    insert into monitor_rule (monitor, alpha, prior_concentration, prior_odds_ratio, start_weight, later_half_within)
                    select id, 0.05, 8, 2, 0.7, 26 from monitor where id like 'waits-%';
                    insert into monitor_step (monitor, step, taken_at, taken_by)
                    select id, 'MADE', created_at, created_by from monitor where id like 'waits-%';
                    update monitor set p0 = 0.1, status = 'ACTIVE', start_week = '2026-W47' where id = 'waits-1';
                    insert into monitor_step (monitor, step, p0, start_week, taken_at, taken_by, reason)
                    values ('waits-1', 'NULL_GIVEN', 0.1, '2026-W47', now(), 'bo', 'a registry');
                    update monitor set status = 'RETIRED' where id like 'waits-%';
                    insert into monitor_step (monitor, step, p0, start_week, taken_at, taken_by)
                    select id, 'RETIRED', p0, start_week, now(), 'bo' from monitor where id like 'waits-%'""");
        }
        installation.seal(Ledgers.REPORTING);

        assertThat(findings(Ledgers.REPORTING, Installation.KEY, Collections.emptyIterator()))
                .isEmpty();
    }

    /** After the first was stolen, say: what it sealed holds on, up to the first seal of the next, which is over all before. */
    @Test
    void aLaterKeySealsOnAndBothVerify() throws Exception {
        LedgerKey later = LedgerKey.of("a key that followed, long enough for it too");
        List<LedgerKey> both = List.of(Installation.KEY, later);
        StoredRows.write(installation, LEDGER, 1);
        rows.seal(1000);
        Head former = rows.head().orElseThrow();
        StoredRows.write(installation, LEDGER, 2);
        sealWith(later);

        assertThat(findings(LEDGER, both, List.of(former).iterator())).isEmpty();
        assertThat(findings(LEDGER, later, Collections.emptyIterator())).isNotEmpty();
        assertThat(findings(LEDGER, Installation.KEY, Collections.emptyIterator()))
                .isNotEmpty();

        try (Connection administrator = installation.asAdministrator(LEDGER)) {
            Installation.execute(administrator, "update tally set sessions_performed = 99 where seq = 1");
        }
        assertThat(findings(LEDGER, both, Collections.emptyIterator()))
                .extracting(Finding::kind, Finding::table)
                .containsExactly(tuple(Kind.ROW_CHANGED, "tally"));
    }

    /** Whoever stole it makes seals with it; behind one of the next key they are none. */
    @Test
    void aSealOfTheFormerKeyBehindOneOfALaterKeyIsFound() throws Exception {
        LedgerKey later = LedgerKey.of("a key that followed, long enough for it too");
        StoredRows.write(installation, LEDGER, 1);
        rows.seal(1000);
        StoredRows.write(installation, LEDGER, 2);
        sealWith(later);
        StoredRows.write(installation, LEDGER, 3);
        sealWith(Installation.KEY);

        assertThat(findings(LEDGER, List.of(Installation.KEY, later), Collections.emptyIterator()))
                .extracting(Finding::kind)
                .contains(Kind.SEAL_CHANGED);
    }

    private void sealWith(LedgerKey key) throws SQLException {
        try (Connection connection = installation.asService(LEDGER)) {
            assertThat(new SealRows(key, LEDGER, connection, Clock.systemUTC()).seal(1000))
                    .isPositive();
        }
    }

    /** Behind a gap nothing but its row tells whether a seal is genuine. */
    @Test
    void aSealWhoseHashOfTextsIsCutShortBehindAGapIsNamed() throws Exception {
        StoredRows.write(installation, LEDGER, 1);
        rows.seal(1000);
        try (Connection administrator = installation.asAdministrator(LEDGER)) {
            Installation.execute(administrator, "delete from ledger_seal where position = 4");
            Installation.execute(administrator, "update ledger_seal set text_hash = '' where position = 5");
        }

        assertThat(findings(LEDGER, Installation.KEY, Collections.emptyIterator()))
                .extracting(Finding::kind, Finding::position)
                .contains(tuple(Kind.SEAL_MISSING, 4L), tuple(Kind.SEAL_CHANGED, 5L));
    }

    /** A column that a later migration adds makes a form of its own; what was sealed before holds by its former one. */
    @Test
    void rowsOfAFormerFormHoldOn() throws Exception {
        try (Connection writer = installation.asService(LEDGER)) {
            Installation.execute(writer, TALLY.formatted("before"));
        }
        rows.seal(10);
        try (Connection owner = installation.asOwner(LEDGER)) {
            Installation.execute(owner, "alter table tally add column device text not null default 'unknown'");
            Installation.execute(owner, TALLY.formatted("after"));
        }
        Ledger later = new Ledger("intake", List.of(LEDGER.byName().get("tally").then("device", "unknown")));

        try (Connection connection = installation.asService(LEDGER)) {
            assertThat(new SealRows(Installation.KEY, later, connection, Clock.systemUTC()).seal(10))
                    .isEqualTo(1);
        }

        assertThat(findings(later, Installation.KEY, Collections.emptyIterator()))
                .isEmpty();
        try (Connection administrator = installation.asAdministrator(LEDGER)) {
            Installation.execute(administrator, "update tally set device = 'another'");
        }
        assertThat(findings(later, Installation.KEY, Collections.emptyIterator()))
                .as("what the column says in rows of before is known")
                .extracting(Finding::kind, Finding::row)
                .containsExactly(
                        tuple(Kind.ROW_CHANGED, "before 2026-11-22 1"), tuple(Kind.ROW_CHANGED, "after 2026-11-22 2"));
    }

    /** Columns that say nothing in the rows that there were: to say something there afterwards is a change. */
    @Test
    void rowsOfBeforeAColumnThatMayBeEmptyHoldOnWhileItIs() throws Exception {
        try (Connection writer = installation.asService(LEDGER)) {
            Installation.execute(writer, TALLY.formatted("before"));
        }
        rows.seal(10);
        try (Connection owner = installation.asOwner(LEDGER)) {
            Installation.execute(owner, "alter table tally add column device text, add column place text");
        }
        Ledger later = new Ledger("intake", List.of(LEDGER.byName().get("tally").then(List.of("device", "place"))));
        assertThat(findings(later, Installation.KEY, Collections.emptyIterator()))
                .isEmpty();

        try (Connection administrator = installation.asAdministrator(LEDGER)) {
            Installation.execute(administrator, "update tally set place = 'another'");
        }

        assertThat(findings(later, Installation.KEY, Collections.emptyIterator()))
                .extracting(Finding::kind, Finding::row)
                .containsExactly(tuple(Kind.ROW_CHANGED, "before 2026-11-22 1"));
    }

    /** Keys are not sealed, since they go when words are erased; where nobody erased them they may not. */
    @ParameterizedTest
    @CsvSource({"intake, session_text", "classification, reported_text"})
    void aKeyThatIsGoneWithoutAnErasureIsFound(String name, String texts) throws Exception {
        Ledger ledger = Ledgers.ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        StoredRows.write(installation, ledger, 1);
        installation.seal(ledger);
        try (Connection service = installation.asService(ledger)) {
            String[] key = Installation.ask(service, """
                            select t.session_id || ' ' || t.version from %s t where not exists (
                                   select from session_erasure e where e.session_id = t.session_id and e.version > t.version)
                             limit 1""".formatted(texts)).split(" ");

            Installation.execute(
                    service,
                    "delete from patient_key where session_id = '%s' and version = %s".formatted(key[0], key[1]));

            assertThat(findings(ledger, Installation.KEY, Collections.emptyIterator()))
                    .extracting(Finding::line)
                    .singleElement()
                    .asString()
                    .contains("%s: patient_key %s %s: the row is gone".formatted(name, key[0], key[1]));
            Installation.execute(
                    service,
                    "insert into session_erasure (session_id, version%s) values ('%s', %d%s)"
                            .formatted(
                                    name.equals("intake") ? ", erased_at" : "",
                                    key[0],
                                    Integer.parseInt(key[1]) + 1,
                                    name.equals("intake") ? ", now()" : ""));
            assertThat(findings(ledger, Installation.KEY, Collections.emptyIterator()))
                    .isEmpty();
        }
    }

    @Test
    void aRulingWithoutItsWordsIsFound() throws Exception {
        StoredRows.write(installation, Ledgers.CLASSIFICATION, 1);
        installation.seal(Ledgers.CLASSIFICATION);
        try (Connection administrator = installation.asAdministrator(Ledgers.CLASSIFICATION)) {
            Installation.execute(administrator, "delete from ruled_words where seq = 7");
        }

        assertThat(findings(Ledgers.CLASSIFICATION, Installation.KEY, Collections.emptyIterator()))
                .extracting(Finding::kind, Finding::table, Finding::row)
                .containsExactly(tuple(Kind.COMPANION_MISSING, "ruled_words", "ruling 7"));
    }

    @Test
    void aChainThatWasMadeAnewWithAnotherKeyIsFound() throws Exception {
        StoredRows.write(installation, LEDGER, 1);
        rows.seal(1000);
        Head kept = rows.head().orElseThrow();
        LedgerKey guessed = LedgerKey.of("not the key, but as long as it has to be");
        try (Connection administrator = installation.asAdministrator(LEDGER)) {
            Installation.execute(administrator, "delete from ledger_seal");
            Installation.execute(administrator, "delete from tally where seq = 1");
            new SealRows(guessed, LEDGER, administrator, Clock.systemUTC()).seal(1000);
        }

        assertThat(findings(LEDGER, Installation.KEY, Collections.emptyIterator()))
                .isNotEmpty();
        assertThat(findings(LEDGER, guessed, List.of(kept).iterator()))
                .extracting(Finding::kind)
                .containsExactly(Kind.HEAD_NOT_GENUINE);
    }

    /** A tail is cut with its seals and the service goes on sealing: the chain is as long as before, and another. */
    @Test
    void aCutTailIsFoundAfterTheChainHasGrownAgain() throws Exception {
        StoredRows.write(installation, LEDGER, 1);
        rows.seal(1000);
        Head kept = Head.parse(
                "intake | 2026-11-29 INFO " + rows.head().orElseThrow().line());
        try (Connection administrator = installation.asAdministrator(LEDGER)) {
            Installation.execute(administrator, "delete from tally where seq > 5");
            Installation.execute(
                    administrator,
                    "delete from ledger_seal where sealed <> 'session_version'"
                            + " and position > (select max(position) from ledger_seal where sealed = 'tally') - 15");
        }
        StoredRows.write(installation, LEDGER, 2);
        installation.seal(LEDGER);

        List<Finding> findings =
                findings(LEDGER, Installation.KEY, List.of(kept).iterator());

        assertThat(findings).extracting(Finding::kind).contains(Kind.HEAD_DIFFERS);
        assertThat(findings(LEDGER, Installation.KEY, Collections.emptyIterator()))
                .isEmpty();
    }

    @Test
    void aRowOfATransactionThatHasNotBeenIsFound() throws Exception {
        try (Connection writer = installation.asOwner(LEDGER)) {
            Installation.execute(writer, """
                    insert into tally (clinic, date, sessions_performed, who, stated_at, xid)
                    values ('clinic', '2026-11-22', 4, 'ada', now(), '999999999')
                    """);
        }
        rows.seal(10);

        assertThat(findings(LEDGER, Installation.KEY, Collections.emptyIterator()))
                .extracting(Finding::kind)
                .containsExactly(Kind.ROW_OF_NO_TRANSACTION);
    }

    private Verified verify() throws SQLException {
        try (Connection connection = installation.asService(LEDGER)) {
            return new VerifyLedger(Installation.KEY, LEDGER, finding -> {})
                    .verify(connection, Collections.emptyIterator());
        }
    }

    private List<Finding> findings(Ledger ledger, LedgerKey key, Iterator<Head> heads) throws SQLException {
        return findings(ledger, List.of(key), heads);
    }

    private List<Finding> findings(Ledger ledger, List<LedgerKey> keys, Iterator<Head> heads) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (Connection connection = installation.asService(ledger)) {
            new VerifyLedger(keys, ledger, findings::add).verify(connection, heads);
        }
        return findings;
    }
}
