package io.dripline.local.recount;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The answer to a question, row by row, so that a million sessions need not fit into memory. */
final class Rows<T> implements AutoCloseable {

    private static final int FETCHED_AT_ONCE = 1000;

    /** Turns one row into a value. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final Reader<T> reader;
    private @Nullable T next;

    private Rows(Connection connection, PreparedStatement statement, Reader<T> reader) throws SQLException {
        this.connection = connection;
        this.statement = statement;
        this.rows = statement.executeQuery();
        this.reader = reader;
        advance();
    }

    static <T> Rows<T> of(Database database, String question, Reader<T> reader) throws SQLException {
        var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        try {
            // The driver reads in portions only within a transaction.
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            var statement = connection.prepareStatement(question);
            statement.setFetchSize(FETCHED_AT_ONCE);
            return new Rows<>(connection, statement, reader);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /** The row that {@link #advance} leaves, null after the last. */
    @Nullable
    T peek() {
        return next;
    }

    void advance() throws SQLException {
        next = rows.next() ? reader.read(rows) : null;
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        statement.close();
        connection.close();
    }
}
