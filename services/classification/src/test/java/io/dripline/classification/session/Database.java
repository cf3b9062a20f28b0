package io.dripline.classification.session;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/** Looks at what was stored, and gets in its way. */
public record Database(DataSource source) {

    /** As an operator would: the service's own role may not do all of it. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = operator();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Who may do what the service's own role may not. */
    public static Connection operator() throws SQLException {
        String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        return DriverManager.getConnection(url, "postgres", "postgres");
    }

    /** The rows of a query with one place for the session's id, their columns joined by a bar. */
    public List<String> rows(String sql, UUID session) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql.formatted(session))) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    columns.add(result.getString(i));
                }
                rows.add(String.join("|", columns));
            }
            return rows;
        }
    }
}
