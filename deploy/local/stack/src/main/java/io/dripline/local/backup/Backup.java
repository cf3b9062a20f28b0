package io.dripline.local.backup;

import io.dripline.local.stack.Part;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.RunningStack;
import io.dripline.local.stack.StackConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code ./dripline backup}: a physical copy of the running PostgreSQL, all databases at one moment, while reports are taken.
 *
 * <p>By PostgreSQL's own low-level procedure (manual, Continuous Archiving, Making a Base Backup Using the Low Level API): what the
 * files lack, because they were written while they were read, is in the write-ahead log that is copied after them. A dump of rows would not
 * do: transaction numbers order what the relays publish.
 *
 * <p>What was acknowledged before the backup began is in it; of what came while it was taken, what was committed before its end.
 */
public final class Backup {

    /** What a server makes anew at its start, or what another start would take for its own (the manual's list). */
    private static final Set<String> LEFT_OUT_DIRECTORIES = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT_FILES =
            Set.of("postmaster.pid", "postmaster.opts", "epg-lock", "backup_label", "backup_manifest");
    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");
    private static final Pattern FIRST_SEGMENT = Pattern.compile("START WAL LOCATION: .*\\(file ([0-9A-F]{24})\\)");

    private final StackConfig config;

    /** A backup of the stack that runs with this configuration. */
    public Backup(StackConfig config) {
        this.config = config;
    }

    /**
     * Backs up what {@code ./dripline up} runs.
     *
     * @param args the checkout's directory, and the directory to be made
     */
    public static void main(String[] args) {
        try {
            var config = StackConfig.of(Path.of(args[0])).withPorts(Ports.of(System.getenv()));
            if (args.length != 2) {
                throw new BackupFailure("backup takes one directory, which must not exist yet");
            }
            if (!new RunningStack(config).isRunning()) {
                throw new BackupFailure("backup works on a running line; start it with ./dripline up");
            }
            Path target = Path.of(args[1]).toAbsolutePath().normalize();
            new Backup(config).run(target);
            System.out.println("PostgreSQL is in " + target + ". The keys are not: keep them elsewhere.");
        } catch (SQLException unreachable) {
            System.err.println("dripline: cannot back up PostgreSQL: " + unreachable.getMessage());
            System.exit(1);
        } catch (IOException failed) {
            System.err.println("dripline: cannot write the backup: " + failed);
            System.exit(1);
        } catch (BackupFailure | IllegalArgumentException failed) {
            System.err.println("dripline: " + failed.getMessage());
            System.exit(1);
        }
    }

    /**
     * Returns when the backup is whole.
     *
     * @param target a directory to be made
     * @throws BackupFailure if it exists
     */
    public void run(Path target) throws IOException, SQLException {
        if (Files.exists(target)) {
            throw new BackupFailure(target + " exists; a backup is never written over anything");
        }
        Files.createDirectories(target);
        Path copy = target.resolve("postgres");
        // The superuser is trusted on this machine.
        try (var connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + config.ports().postgres() + "/postgres", "postgres", "")) {
            // Keeps the log's segments from being recycled; goes with the connection.
            one(
                    connection,
                    "select slot_name from pg_create_physical_replication_slot('dripline_backup_'"
                            + " || pg_backend_pid(), immediately_reserve => true, temporary => true)");
            one(connection, "select pg_backup_start('dripline', fast => true)");
            CopyFiles.copy(config.dataOf(Part.POSTGRES), copy, Backup::isWanted);
            String last = stop(connection, copy);
            copyLog(copy, last);
        }
        Sums.write(target);
    }

    /** A directory whose content is left out is made all the same: the server expects it. */
    private static boolean isWanted(Path file) {
        boolean isLeftOut = file.getNameCount() > 1
                && LEFT_OUT_DIRECTORIES.contains(file.getName(0).toString());
        String name = file.getFileName().toString();
        return !isLeftOut && !LEFT_OUT_FILES.contains(name) && !name.startsWith("pgsql_tmp");
    }

    /** Ends the backup, writes down where its recovery begins, and tells the last segment of the log that it needs. */
    private static String stop(Connection connection, Path copy) throws SQLException, IOException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select labelfile, pg_walfile_name(lsn) as last"
                        + " from pg_backup_stop(wait_for_archive => false)")) {
            rows.next();
            Files.writeString(copy.resolve("backup_label"), rows.getString("labelfile"));
            return rows.getString("last");
        }
    }

    private void copyLog(Path copy, String last) throws IOException {
        var first = FIRST_SEGMENT.matcher(Files.readString(copy.resolve("backup_label")));
        if (!first.find()) {
            throw new BackupFailure("PostgreSQL's label of the backup names no segment of its log to begin with");
        }
        Path log = config.dataOf(Part.POSTGRES).resolve("pg_wal");
        try (var segments = Files.list(log)) {
            for (Path segment : segments.toList()) {
                String name = segment.getFileName().toString();
                if (SEGMENT.matcher(name).matches()
                        && name.compareTo(first.group(1)) >= 0
                        && name.compareTo(last) <= 0) {
                    Files.copy(segment, copy.resolve("pg_wal").resolve(name));
                }
            }
        }
        if (Files.notExists(copy.resolve("pg_wal").resolve(last))) {
            throw new BackupFailure("segment " + last + " of PostgreSQL's log is gone; take the backup again");
        }
    }

    private static void one(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
        }
    }
}
