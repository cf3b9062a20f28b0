package io.dripline.bench.speed;

import io.dripline.bench.IntakeTables;
import io.dripline.bench.LocalLine;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A database of its own on the line's PostgreSQL, with intake's tables, to write the same rows directly: nothing of the line looks there,
 * so it publishes, seals and counts none of them. Removed at the end.
 */
final class Floor implements AutoCloseable {

    /** Trusted on this machine by the local stack's PostgreSQL. */
    static final String ROLE = "postgres";

    private static final String DATABASE = "intake_floor";

    private final String statement;
    private final List<WrittenReport> like;
    private final String run;
    private final long seed;

    private Floor(String statement, List<WrittenReport> like, String run, long seed) {
        this.statement = statement;
        this.like = like;
        this.run = run;
        this.seed = seed;
    }

    /**
     * Makes it; one that an earlier run left is removed.
     *
     * @param like what the rows are to be like
     */
    static Floor create(Path checkout, List<WrittenReport> like, String run, long seed)
            throws IOException, SQLException {
        execute("drop database if exists " + DATABASE + " with (force)");
        execute("create database " + DATABASE);
        try (Connection connection = DriverManager.getConnection(LocalLine.database(DATABASE), ROLE, "")) {
            IntakeTables.create(connection, checkout);
        }
        return new Floor(IntakeStatement.of(checkout), like, run, seed);
    }

    /**
     * Writers with a connection each.
     *
     * @param first the number of the first; numbers never used before write rows that are new
     * @param rows that each writes in one statement
     */
    List<FloorWriter> connect(int first, int many, int rows) throws SQLException {
        List<FloorWriter> writers = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            // As intake connects.
            Connection connection = DriverManager.getConnection(
                    LocalLine.database(DATABASE)
                            + "&options=-c%20transaction_timeout=20s%20-c%20idle_in_transaction_session_timeout=10s",
                    ROLE,
                    "");
            writers.add(new FloorWriter(connection, statement, new FloorRows(like, run, first + i, seed), rows));
        }
        return writers;
    }

    @Override
    public void close() throws SQLException {
        execute("drop database if exists " + DATABASE + " with (force)");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(LocalLine.database("postgres"), ROLE, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
