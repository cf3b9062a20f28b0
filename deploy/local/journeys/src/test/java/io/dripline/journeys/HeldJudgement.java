package io.dripline.journeys;

import io.dripline.local.stack.Part;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Holds reporting between the change to another generation and the first judgement on it: whoever keeps a judgement of any
 * generation but the one that was shown at the beginning waits, until this is closed.
 */
final class HeldJudgement implements AutoCloseable {

    private static final int LOCK = 4711;

    private final Connection connection;

    private HeldJudgement(Connection connection) {
        this.connection = connection;
    }

    static HeldJudgement of(TheLine line) throws SQLException {
        var held =
                new HeldJudgement(DriverManager.getConnection(line.config().jdbcUrl(Part.REPORTING), "postgres", ""));
        held.execute("select pg_advisory_lock(%d)".formatted(LOCK));
        held.execute("""
                create function hold_judgement() returns trigger language plpgsql as $$
                begin
                    if exists (select from generation where active and id <> %d) then
                        perform pg_advisory_xact_lock(%d);
                    end if;
                    return null;
                end $$;
                create trigger hold_judgement before insert or update on judgement
                    for each statement execute function hold_judgement();
                """.formatted(held.shown(), LOCK));
        return held;
    }

    int shown() throws SQLException {
        return number("select id from generation where active");
    }

    /** Transactions that wait here. */
    int waiting() throws SQLException {
        return number("select count(*) from pg_locks where locktype = 'advisory' and objid = %d and not granted"
                .formatted(LOCK));
    }

    private int number(String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Lets go first: the trigger cannot be dropped under a transaction that it holds. */
    @Override
    public void close() throws SQLException {
        execute("select pg_advisory_unlock(%d)".formatted(LOCK));
        execute("drop trigger hold_judgement on judgement; drop function hold_judgement()");
        connection.close();
    }
}
