package io.dripline.intake;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database as anybody else sees it: on a connection of its own. */
public final class Database {

    private Database() {}

    public static String value(String query) {
        try (Connection connection = DriverManager.getConnection(url(), "intake", "local-intake");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes what is stored, as an operator would. */
    public static void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url(), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The lines of the server's plan for {@code query}, as if every table were large. */
    public static String plan(String query) {
        try (Connection connection = DriverManager.getConnection(url(), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("analyze session_version");
            statement.execute("set enable_seqscan = off");
            statement.execute("set enable_bitmapscan = off");
            StringBuilder plan = new StringBuilder();
            try (ResultSet row = statement.executeQuery("explain " + query)) {
                while (row.next()) {
                    plan.append(row.getString(1)).append('\n');
                }
            }
            return plan.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows of every table that a request can write to. */
    public static int rows() {
        return count(
                "(select 1 from session_version union all select 1 from session_text union all select 1 from session_reason"
                        + " union all select 1 from tally)");
    }

    public static int count(String from) {
        return Integer.parseInt(value("select count(*) from " + from));
    }

    /** What the server says to the service's own role. */
    public static void executeAsTheService(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "intake", "local-intake");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Everything that is stored, as text. */
    public static String dump() {
        return value("select coalesce(string_agg(v::text, ' '), '') from session_version v")
                + value("select coalesce(string_agg(t::text, ' '), '') from session_text t")
                + value("select coalesce(string_agg(r::text, ' '), '') from session_reason r");
    }

    public static String url() {
        return ConfigProvider.getConfig().getValue("test.database", String.class);
    }
}
