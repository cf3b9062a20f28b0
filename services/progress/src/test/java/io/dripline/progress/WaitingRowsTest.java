package io.dripline.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingRowsTest {

    private static EmbeddedPostgres postgres;
    private static DataSource database;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        database = postgres.getPostgresDatabase();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void tables() throws SQLException {
        execute("""
                drop table if exists note, relay_position;
                create table note (seq bigint generated always as identity, xid xid8 not null default pg_current_xact_id(),
                                   stored_at timestamptz not null default clock_timestamp(), left_out boolean not null default false);
                create index on note (xid, seq);
                create table relay_position (name text primary key, xid xid8 not null, seq bigint not null);
                """);
    }

    @Test
    void whatFollowsThePositionWaits() throws SQLException {
        write(3);
        publishUpTo(2);
        write(1);

        rows().look();

        assertThat(gauge("waiting")).isEqualTo(2);
        assertThat(gauge("reached")).isEqualTo(0.5);
    }

    @Test
    void whereAllIsPublishedNothingIsOld() throws SQLException {
        write(3);
        publishUpTo(3);

        rows().look();

        assertThat(gauge("waiting")).isZero();
        assertThat(gauge("oldest")).isZero();
        assertThat(gauge("reached")).isEqualTo(1);
    }

    @Test
    void theOldestSaysForHowLongItWaits() throws SQLException {
        execute("insert into note (stored_at) values (now() - interval '90 seconds'), (now())");

        rows().look();

        assertThat(gauge("oldest")).isCloseTo(90, within(20.0));
    }

    /** As before the relay was active for the first time. */
    @Test
    void withoutAPositionAllWaits() throws SQLException {
        write(2);

        rows().look();

        assertThat(gauge("waiting")).isEqualTo(2);
        assertThat(gauge("reached")).isZero();
    }

    @Test
    void itIsNotCountedBeyondTheMost() throws SQLException {
        execute("insert into note (left_out) select false from generate_series(1, %d)".formatted(WaitingRows.MOST + 5));

        rows().look();

        assertThat(gauge("waiting")).isEqualTo(WaitingRows.MOST);
    }

    /** The position does not pass what is never published, until something is that comes after it. */
    @Test
    void whatIsNotToBePublishedDoesNotWait() throws SQLException {
        execute("insert into note (left_out) values (true), (true)");

        rows().look();

        assertThat(gauge("waiting")).isZero();
    }

    @Test
    void rowsThatWaitWithoutThePositionMovingAreStuck() throws Exception {
        write(1);
        WaitingRows rows = rows(Duration.ofMillis(50));

        await().until(() -> {
            rows.look();
            return rows.areStuck();
        });

        assertThat(gauge("standing")).isPositive();
        publishUpTo(1);
        rows.look();
        assertThat(rows.areStuck()).isFalse();
        assertThat(gauge("standing")).isZero();
    }

    @Test
    void whatTheDatabaseDoesNotTellIsNotANumber() throws SQLException {
        write(1);
        WaitingRows rows = rows();
        rows.look();
        execute("drop table note");

        assertThatThrownBy(rows::look).isInstanceOf(SQLException.class);

        assertThat(gauge("waiting")).isNaN();
        assertThat(gauge("oldest")).isNaN();
        assertThat(rows.areStuck()).isFalse();
    }

    /** The count reads the index in commit order from the position on, and sorts nothing. */
    @Test
    void itReadsTheIndexFromThePositionOn() throws SQLException {
        execute("insert into note (left_out) select false from generate_series(1, 50000); analyze note");

        String plan = explain();

        assertThat(plan)
                .contains("note_xid_seq_idx")
                .contains("Index Cond")
                .doesNotContain("Sort")
                .doesNotContain("Seq Scan");
    }

    private String explain() throws SQLException {
        try (Connection connection = database.getConnection();
                var query = connection.prepareStatement("explain " + rows().waitingQuery())) {
            query.setString(1, "1");
            query.setLong(2, 1);
            StringBuilder plan = new StringBuilder();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    plan.append(row.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }

    private WaitingRows rows() {
        return rows(Duration.ofMinutes(2));
    }

    private WaitingRows rows(Duration patience) {
        metrics.clear();
        return new WaitingRows(database, "notes", "note", "stored_at", "not left_out", metrics, patience);
    }

    private double gauge(String name) {
        return metrics.get("dripline.relay." + name)
                .tag("relay", "notes")
                .gauge()
                .value();
    }

    private static void write(int rows) throws SQLException {
        execute("insert into note (left_out) select false from generate_series(1, %d)".formatted(rows));
    }

    private static void publishUpTo(int seq) throws SQLException {
        execute("""
                insert into relay_position select 'notes', xid, seq from note where seq = %d
                on conflict (name) do update set xid = excluded.xid, seq = excluded.seq
                """.formatted(seq));
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
