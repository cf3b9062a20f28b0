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
        String url = ConfigProvider.getConfig().getValue("test.database", String.class);
        try (Connection connection = DriverManager.getConnection(url, "intake", "local-intake");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static int count(String from) {
        return Integer.parseInt(value("select count(*) from " + from));
    }

    /** Everything that is stored, as text. */
    public static String dump() {
        return value("select coalesce(string_agg(v::text, ' '), '') from session_version v")
                + value("select coalesce(string_agg(t::text, ' '), '') from session_text t");
    }
}
