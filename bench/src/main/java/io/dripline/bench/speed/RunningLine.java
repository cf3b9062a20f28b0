package io.dripline.bench.speed;

import io.dripline.bench.LocalLine;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.apache.kafka.common.utils.AppInfoParser;

/** The line that is measured: what of it runs and how, and when it has nothing left to do. */
final class RunningLine {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final LineProcesses processes;

    RunningLine(Path checkout) throws IOException {
        processes = new LineProcesses(checkout);
    }

    /**
     * Says what runs, in which versions and with what decides how long a commit takes.
     *
     * @throws IllegalStateException if PostgreSQL does not wait for the disk
     */
    void describe() throws IOException, SQLException {
        System.out.printf(
                "the line's parts: %s; intake with %s; clients of Kafka %s, PostgreSQL %s, fsync %s, synchronous_commit %s, shared_buffers %s%n",
                String.join(", ", processes.names()),
                processes.compilesTwice() ? "both compilers" : "the first compiler alone",
                AppInfoParser.getVersion(),
                setting("server_version"),
                setting("fsync"),
                setting("synchronous_commit"),
                setting("shared_buffers"));
        if (!setting("fsync").equals("on") || setting("synchronous_commit").equals("off")) {
            throw new IllegalStateException(
                    "expected a PostgreSQL that waits for the disk (fsync and synchronous_commit on)");
        }
    }

    private static String setting(String name) throws SQLException {
        return ask("intake", "select current_setting('" + name + "')");
    }

    /** How many versions of sessions intake has stored. */
    static long stored() throws SQLException {
        return Long.parseLong(ask("intake", "select count(*) from session_version"));
    }

    /** How many sessions stand as they were reported or amended: those that are shown once all is counted. */
    static long standing() throws SQLException {
        return Long.parseLong(ask("intake", """
                select count(*) from session_version v
                 where status = 'ACTIVE'
                   and not exists (select from session_version later
                                    where later.session_id = v.session_id and later.version > v.version)
                """));
    }

    private static String ask(String database, String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(LocalLine.database(database), Floor.ROLE, "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    /** What its processes have used so far. */
    Usage used() throws IOException {
        return processes.used();
    }

    /** Waits until the line has done all that was begun; says so if it does not come to that. */
    void awaitQuiet() throws IOException, InterruptedException {
        if (!processes.awaitQuiet(PATIENCE)) {
            System.out.printf(
                    "after %d minutes the line is still at work on what came before; what follows is measured beside that%n",
                    PATIENCE.toMinutes());
        }
    }
}
