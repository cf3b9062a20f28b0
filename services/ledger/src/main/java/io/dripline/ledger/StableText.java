package io.dripline.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The same text of the same value, whatever the server, the role or the connection is set to. */
final class StableText {

    private static final String SETTINGS = """
            set local timezone to 'UTC';
            set local datestyle to 'ISO, YMD';
            set local bytea_output to 'hex';
            set local extra_float_digits to 1""";

    private StableText() {}

    /** Until the end of the transaction that is under way. */
    static void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
        }
    }
}
