package io.dripline.bench.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** Fills reporting's tables as if it had counted so many sessions. */
final class LoadSessions {

    private final Connection connection;

    /** @param connection of the superuser, who may switch triggers off */
    LoadSessions(Connection connection) {
        this.connection = connection;
    }

    void load(long sessions) throws SQLException, IOException {
        run("load.sql", sessions);
    }

    /** The sums over roll-ups, as a rebuild by this version would have made them. */
    void sum() throws SQLException, IOException {
        run("sums.sql", 0);
        execute("update generation set in_marginals = true");
    }

    void settle() throws SQLException {
        execute("set session_replication_role = origin");
        execute("vacuum analyze");
        execute("checkpoint");
    }

    private void run(String file, long sessions) throws SQLException, IOException {
        for (String statement : read(file).formatted(sessions).split(";\\s*\n")) {
            if (!statement.isBlank()) {
                execute(statement);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        long begin = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (seconds > 5) {
            String text = sql.replaceAll("--[^\n]*", "").strip();
            System.out.printf(
                    Locale.ROOT,
                    "  %.0f s: %s%n",
                    seconds,
                    text.substring(0, Math.min(60, text.length())).replaceAll("\\s+", " "));
        }
    }

    private static String read(String file) throws IOException {
        try (InputStream in = LoadSessions.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
