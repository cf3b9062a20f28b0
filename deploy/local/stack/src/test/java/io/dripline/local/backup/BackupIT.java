package io.dripline.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.local.stack.Checkout;
import io.dripline.local.stack.Journal;
import io.dripline.local.stack.LocalStack;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import io.dripline.local.stack.StackFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real PostgreSQL, backed up while somebody writes. */
class BackupIT {

    @TempDir
    private Path directory;

    private StackConfig config;
    private Path backup;

    @BeforeEach
    void configure() {
        config = StackConfig.of(Checkout.root())
                .withData(directory.resolve("data"))
                .withPorts(Ports.free())
                .withParts(Set.of(Part.POSTGRES));
        backup = directory.resolve("backup");
    }

    @Test
    void bringsBackAllThatWasCommittedBeforeItBeganAndNoGapAfter() throws Exception {
        // Given
        long before;
        long after;
        try (var stack = new LocalStack(config, Journal.SILENT)) {
            stack.start();
            execute("create table kept (x bigint primary key, filling text)");
            var written = new AtomicLong();
            var done = new AtomicBoolean();
            var writing = CompletableFuture.runAsync(
                    () -> write(written, done),
                    task -> Thread.ofPlatform().daemon().start(task));
            while (written.get() < 500) {
                Thread.onSpinWait();
            }

            // When
            before = written.get();
            new Backup(config).run(backup);
            after = written.get();
            done.set(true);
            writing.join();
            execute("drop table kept");
        }
        var aside = new Restore(config).run(backup);

        // Then
        assertThat(after).isGreaterThan(before);
        assertThat(aside)
                .hasValueSatisfying(
                        former -> assertThat(former.resolve("postgres")).isDirectory());
        try (var stack = new LocalStack(config, Journal.SILENT)) {
            stack.start();
            long rows = ask("select count(*) from kept");
            assertThat(rows).isBetween(before, after + 1);
            assertThat(ask("select max(x) from kept")).isEqualTo(rows);
        }
    }

    @Test
    void touchesNothingIfTheBackupIsDamaged() throws Exception {
        // Given
        try (var stack = new LocalStack(config, Journal.SILENT)) {
            stack.start();
            execute("create table kept (x int)");
            new Backup(config).run(backup);
        }
        Path damaged = backup.resolve("postgres/global/pg_control");
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[17] ^= 1;
        Files.write(damaged, bytes);

        // When
        assertThatThrownBy(() -> new Restore(config).run(backup))

                // Then
                .isInstanceOf(BackupFailure.class)
                .hasMessageContaining("the backup is damaged: postgres/global/pg_control");
        try (var stack = new LocalStack(config, Journal.SILENT)) {
            stack.start();
            assertThat(ask("select count(*) from kept")).isZero();
        }
    }

    @Test
    void setsKafkaAsideAlsoWherePostgresIsLost() throws Exception {
        // Given
        try (var stack = new LocalStack(config, Journal.SILENT)) {
            stack.start();
            new Backup(config).run(backup);
        }
        Files.move(config.dataOf(Part.POSTGRES), directory.resolve("lost"));
        Files.createDirectories(config.dataOf(Part.KAFKA).resolve("later"));
        Files.createDirectories(config.ledgerHeads());
        Files.writeString(config.erasures(), "since the backup");

        // When
        var aside = new Restore(config).run(backup).orElseThrow();

        // Then
        assertThat(aside.resolve("kafka/later")).isDirectory();
        assertThat(aside.resolve("heads")).isDirectory();
        assertThat(config.ledgerHeads()).doesNotExist();
        assertThat(config.erasures()).as("what was erased since stays known").hasContent("since the backup");
        assertThat(config.dataOf(Part.KAFKA)).doesNotExist();
        assertThat(config.dataOf(Part.POSTGRES)).isDirectory();
    }

    @Test
    void isRefusedWhereItWouldOverwriteOrWhereAStackRuns() throws Exception {
        // Given
        try (var stack = new LocalStack(config, Journal.SILENT)) {
            stack.start();
            Files.createDirectories(backup);

            // When
            assertThatThrownBy(() -> new Backup(config).run(backup))

                    // Then
                    .isInstanceOf(BackupFailure.class)
                    .hasMessageContaining("a backup is never written over anything");
            assertThatThrownBy(() -> new Restore(config).run(backup))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("a stack already runs on");
        }
        assertThatThrownBy(() -> new Restore(config).run(backup))
                .isInstanceOf(BackupFailure.class)
                .hasMessageContaining("is no backup: it holds no SHA256SUMS");
    }

    private void write(AtomicLong written, AtomicBoolean done) {
        try (var connection = connect();
                var insert = connection.prepareStatement("insert into kept values (?, repeat('x', 2000))")) {
            while (!done.get()) {
                insert.setLong(1, written.get() + 1);
                insert.executeUpdate();
                written.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long ask(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(config.jdbcUrl(Part.INTAKE), "intake_owner", "local-intake-owner");
    }
}
