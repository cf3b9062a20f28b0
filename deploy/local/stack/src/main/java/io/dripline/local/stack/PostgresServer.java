package io.dripline.local.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The real PostgreSQL, with a database for each service that has one and two roles for it: one that owns the tables and migrates
 * them, and one as which the service works. Both need their passwords; the superuser {@code postgres} is trusted on this machine.
 */
final class PostgresServer implements PartServer {

    private static final String ACCESS = """
            # Written by the local stack at every start.
            host all postgres 127.0.0.1/32 trust
            host all all      127.0.0.1/32 scram-sha-256
            """;

    private final StackConfig config;
    private final LogFile log;
    private @Nullable EmbeddedPostgres server;

    PostgresServer(StackConfig config, LogFile log) {
        this.config = config;
        this.log = log;
    }

    /**
     * On a thread that nobody interrupts: when it is, the library leaves its programs running, and they go on writing after the
     * stack has stopped.
     */
    @Override
    public ProcessHandle start(Consumer<ProcessHandle> launched) {
        var starting = CompletableFuture.supplyAsync(
                () -> bringUp(launched), Thread.ofPlatform().daemon().name("start-postgres")::start);
        try {
            return starting.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof StackFailure sentence ? sentence : failed;
        }
    }

    private synchronized ProcessHandle bringUp(Consumer<ProcessHandle> launched) {
        log.begin();
        try {
            Files.createDirectories(directory().getParent());
            var started = EmbeddedPostgres.builder()
                    .setPort(config.ports().postgres())
                    .setDataDirectory(directory())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .setDataDirectoryCustomizer(PostgresServer::restrictAccess)
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    // The library turns both off for tests; what was answered must survive a crash.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("wal_level", "logical")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "64MB")
                    .setServerConfig("timezone", "UTC")
                    .setOutputRedirector(
                            ProcessBuilder.Redirect.appendTo(log.file().toFile()))
                    .start();
            server = started;
            launched.accept(postmaster());
            try (var connection = started.getPostgresDatabase().getConnection()) {
                for (Part service : Part.WITH_DATABASE) {
                    createDatabase(connection, service.id());
                }
            }
            for (Part service : Part.WITH_DATABASE) {
                try (var connection =
                        started.getDatabase("postgres", service.id()).getConnection()) {
                    takeFromTheService(connection, service.id());
                }
            }
            return postmaster();
        } catch (IOException | SQLException | IllegalStateException failed) {
            endHalfStarted();
            throw new StackFailure(
                    "PostgreSQL did not start (" + failed.getMessage() + "); the last lines of " + log.file() + ":"
                            + System.lineSeparator() + log.tail(15),
                    failed);
        }
    }

    @Override
    public synchronized void stop() {
        var running = server;
        if (running == null) {
            return;
        }
        server = null;
        try {
            running.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL did not stop; see " + log.file(), failed);
        }
    }

    @Override
    public synchronized void kill() {
        if (server == null) {
            return;
        }
        var postmaster = postmaster();
        var children = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
        // The server's own processes notice and end; a start before that would be refused.
        children.forEach(child -> child.onExit().join());
        stop();
    }

    /** The library forgets a server that was too slow; ended by its own signal for a shutdown without clients. */
    private void endHalfStarted() {
        if (server == null && Files.exists(directory().resolve("postmaster.pid"))) {
            postmaster().destroy();
        }
    }

    private Path directory() {
        return config.data().resolve("postgres");
    }

    private ProcessHandle postmaster() {
        try {
            var pid = Files.readAllLines(directory().resolve("postmaster.pid")).getFirst();
            return ProcessHandle.of(Long.parseLong(pid.strip()))
                    .orElseThrow(
                            () -> new StackFailure("PostgreSQL's process " + pid + " has ended; see " + log.file()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void restrictAccess(File directory) {
        try {
            Files.writeString(directory.toPath().resolve("pg_hba.conf"), ACCESS);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void createDatabase(Connection connection, String name) throws SQLException {
        var owner = name + "_owner";
        try (var statement = connection.createStatement()) {
            for (var role : List.of(name, owner)) {
                if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
                    statement.execute(
                            "create role %s login password 'local-%s'".formatted(role, role.replace('_', '-')));
                }
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database " + name + " owner " + owner);
            }
            statement.execute("revoke connect on database " + name + " from public");
            statement.execute("grant connect on database " + name + " to " + name + ", " + owner);
        }
    }

    /** In a database of before the two roles were told apart the service's owned everything. */
    private static void takeFromTheService(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("reassign owned by %1$s to %1$s_owner".formatted(name));
            // Who owned the database loses with it what was granted to its owner.
            statement.execute("grant connect on database %1$s to %1$s".formatted(name));
        }
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
