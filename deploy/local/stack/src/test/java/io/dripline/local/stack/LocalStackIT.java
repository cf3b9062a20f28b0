package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real PostgreSQL and the real broker on free ports. */
class LocalStackIT {

    @TempDir
    private Path data;

    private StackConfig config;

    @BeforeEach
    void configure() {
        config = StackConfig.of(Checkout.root())
                .withData(data)
                .withPorts(Ports.free())
                .withParts(Set.of(Part.POSTGRES, Part.KAFKA));
    }

    @Test
    void startsStopsAndKeepsTheData() throws Exception {
        // Given
        try (var stack = new LocalStack(config, Journal.SILENT)) {
            stack.start();
            execute("create table kept (x int)");
            execute("grant select on kept to intake");
            execute("insert into kept values (42)");
        }
        assertThat(BusyPorts.of(config.ports().named())).isEmpty();

        // When
        try (var stack = new LocalStack(config, Journal.SILENT)) {
            stack.start();

            // Then
            assertThat(ask("select x from kept")).isEqualTo("42");
            assertThat(ask("show fsync")).isEqualTo("on");
            assertThat(ask("show synchronous_commit")).isEqualTo("on");
            assertThat(stack.running()).extracting(RunningPart::part).containsExactly(Part.POSTGRES, Part.KAFKA);
            assertThat(Files.readString(config.pidFile(Part.KAFKA)).strip())
                    .isEqualTo(String.valueOf(
                            stack.process(Part.KAFKA).orElseThrow().pid()));
        }
        assertThat(config.pidFile(Part.KAFKA)).doesNotExist();
    }

    @Test
    void bringsBackWhatWasKilledWithAllThatWasCommitted() throws Exception {
        try (var stack = new LocalStack(config, Journal.SILENT)) {
            // Given
            stack.start();
            execute("create table kept (x int)");
            execute("grant select on kept to intake");
            execute("insert into kept values (42)");

            // When
            for (Part part : List.of(Part.POSTGRES, Part.KAFKA)) {
                stack.kill(part);
                assertThat(stack.process(part)).isEmpty();
                stack.start(part);
            }

            // Then
            assertThat(ask("select x from kept")).isEqualTo("42");
            assertThat(BusyPorts.answers(config.ports().kafka())).isTrue();
        }
    }

    @Test
    void notesThatKafkaWasWipedAndMustBeFilledAgain() throws Exception {
        // Given
        try (var stack = new LocalStack(config, Journal.SILENT)) {
            stack.start();
            assertThat(UnfinishedRebuild.exists(config)).isFalse();
        }
        Files.move(data.resolve("kafka"), data.resolve("kafka.before"));

        // When
        try (var stack = new LocalStack(config, Journal.SILENT)) {
            stack.start();

            // Then
            assertThat(UnfinishedRebuild.exists(config)).isTrue();
            assertThat(UnfinishedRebuild.cluster(config)).isEmpty();
        }
    }

    @Test
    void reportsAPartThatEndsByItself() {
        // Given
        Map<Part, String> died = new ConcurrentHashMap<>();
        var journal = new Journal() {
            @Override
            public void died(Part part, long pid, String logTail) {
                died.put(part, logTail);
            }
        };
        try (var stack = new LocalStack(config.withParts(Set.of(Part.KAFKA)), journal)) {
            stack.start();

            // When
            stack.process(Part.KAFKA).orElseThrow().destroyForcibly();

            // Then
            await().untilAsserted(() -> assertThat(died).containsOnlyKeys(Part.KAFKA));
        }
    }

    @Test
    void refusesASecondStackOnTheSameData() {
        try (var first = new LocalStack(config, Journal.SILENT)) {
            assertThat(first.running()).isEmpty();

            // When
            assertThatThrownBy(() -> new LocalStack(config, Journal.SILENT))

                    // Then
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("a stack already runs on " + data);
        }
    }

    @Test
    void saysWhichPartFailedWithItsLogAndStopsTheRest() throws Exception {
        // Given
        Files.writeString(data.resolve("kafka"), "not a directory");

        // When
        assertThatThrownBy(() -> {
                    try (var stack = new LocalStack(config, Journal.SILENT)) {
                        stack.start();
                    }
                })

                // Then
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("Kafka ended with exit code 1")
                .hasMessageContaining("FileAlreadyExistsException");
        assertThat(BusyPorts.of(config.ports().named())).isEmpty();
    }

    @Test
    void leavesNothingBehindThatWritesWhenItIsStoppedInTheMiddleOfItsFirstStart() {
        // Given
        var stack = new LocalStack(config.withParts(Set.of(Part.POSTGRES)), Journal.SILENT);
        var starting =
                Thread.ofPlatform().start(() -> assertThatThrownBy(stack::start).isInstanceOf(StackFailure.class));
        await().until(() -> Files.exists(data.resolve("postgres")));

        // When
        stack.close();

        // Then
        assertThat(ProcessHandle.current().descendants()).isEmpty();
        assertThat(starting)
                .satisfies(
                        thread -> assertThat(thread.join(Duration.ofMinutes(1))).isTrue());
    }

    @Test
    void letsNobodyInWithoutTheRolesPassword() throws Exception {
        try (var stack = new LocalStack(config.withParts(Set.of(Part.POSTGRES)), Journal.SILENT)) {
            // Given
            stack.start();

            // When
            assertThatThrownBy(() -> DriverManager.getConnection(config.jdbcUrl(Part.INTAKE), "intake", "guessed"))

                    // Then
                    .hasMessageContaining("password authentication failed");
        }
    }

    /** As a local stack was before a service's role owned nothing. */
    @Test
    void takesADatabaseAlongThatTheServicesRoleOwns() throws Exception {
        try (var stack = new LocalStack(config.withParts(Set.of(Part.POSTGRES)), Journal.SILENT)) {
            // Given
            stack.start();
            execute("postgres", "", "alter database intake owner to intake");
            execute("intake", "local-intake", "create table old (x int)");
            execute("intake", "local-intake", "insert into old values (42)");

            // When
            stack.stop(Part.POSTGRES);
            stack.start(Part.POSTGRES);

            // Then
            assertThat(ask("select string_agg(tableowner, ' ') from pg_tables where tablename = 'old'"))
                    .isEqualTo("intake_owner");
            assertThat(ask("select pg_get_userbyid(datdba) from pg_database where datname = 'intake'"))
                    .isEqualTo("intake_owner");
            execute("grant select on old to intake");
            assertThat(ask("select x from old")).isEqualTo("42");
            assertThatThrownBy(() -> execute("intake", "local-intake", "delete from old"))
                    .hasMessageContaining("permission denied");
        }
    }

    private void execute(String sql) throws Exception {
        execute(Part.INTAKE.id() + "_owner", "local-intake-owner", sql);
    }

    private void execute(String role, String password, String sql) throws Exception {
        try (var connection = DriverManager.getConnection(config.jdbcUrl(Part.INTAKE), role, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(config.jdbcUrl(Part.INTAKE), "intake", "local-intake");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
