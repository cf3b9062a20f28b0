package io.dripline.local.rebuild;

import io.dripline.local.recount.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What is agreed with reporting about generations, in its database. */
final class ShownGeneration implements AutoCloseable {

    private final Connection connection;

    ShownGeneration(Database reporting) throws SQLException {
        this.connection = DriverManager.getConnection(reporting.url(), reporting.user(), reporting.password());
    }

    /** The highest that was ever announced, counted or shown. */
    int latest() throws SQLException {
        return number("select max(id) from generation");
    }

    int shown() throws SQLException {
        return number("select id from generation where active");
    }

    /** From now on reporting knows that this generation will be counted while it shows another. */
    void announce(int generation) throws SQLException {
        execute("insert into generation (id) values (?)", generation);
    }

    /** Says that all that it must count was counted and lies in its topic: reporting applies it and changes over. */
    void complete(int generation) throws SQLException {
        execute("update generation set complete = true where id = ?", generation);
    }

    private int number(String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void execute(String sql, int generation) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, generation);
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
